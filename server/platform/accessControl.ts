import { z } from 'zod';

/** What a client sends to have a role made. */
export const newRole = z.looseObject({
  name: z.string().trim().min(1),
  description: z.string().optional(),
  /** `user-defined`, or `system-defined` for a role that comes with the organization. */
  roleType: z.string().optional(),
  /** Ids of permissions, such as `manage-datasets`. */
  permissionSets: z.array(z.string()).optional(),
  sandboxes: z.array(z.string()).optional(),
  /** Labels whose data the role may see: `core/C9`. */
  subjectAttributes: z.looseObject({ labels: z.array(z.string()).optional() }).optional(),
});

export type NewRole = z.input<typeof newRole>;

export const role = newRole.extend({ id: z.string() });

export type Role = z.infer<typeof role>;

const links = z.looseObject({ next: z.looseObject({ href: z.string().optional() }).optional() });

export const roleList = z.looseObject({ items: z.array(role), _links: links.optional() });

export const roleSubjects = z.looseObject({
  items: z.array(z.looseObject({ roleId: z.string(), subjectType: z.string(), subjectId: z.string() })),
  _links: z.looseObject({}).optional(),
});

/** Adds or removes someone who has a role; clients send one of them, or a list. */
export const subjectChange = z.looseObject({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.string(),
  value: z.string().min(1),
});

export const subjectChanges = z.union([
  z.array(subjectChange).min(1),
  subjectChange.transform((one) => [one]),
]);

/** What is allowed, by the address of a permission or of a kind of resource. */
export const effectivePolicies = z.looseObject({ policies: z.record(z.string(), z.array(z.string())) });

export const newTechnicalAccount = z.looseObject({ name: z.string().trim().min(1) });

/** A technical account with its secrets. */
export const madeTechnicalAccount = z.looseObject({
  clientId: z.string(),
  clientSecret: z.string(),
  technicalAccountId: z.string(),
  credential: z.string(),
});
