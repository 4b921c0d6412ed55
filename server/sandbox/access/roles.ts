import { newRole } from '../../platform/accessControl';
import { z } from 'zod';
import type { DocumentKind } from '../store/documents';

const body = newRole.extend({
  permissionSets: z.array(z.string()),
  sandboxes: z.array(z.string()),
  subjectAttributes: z.looseObject({ labels: z.array(z.string()) }),
  /** Client ids and technical accounts that have the role. */
  subjects: z.array(z.string()),
  createdBy: z.string(),
  modifiedBy: z.string(),
});

export type StoredRole = z.infer<typeof body>;

/** The roles that were made; the one of the folder's own credentials is not stored. */
export const storedRole: DocumentKind<StoredRole> = { name: 'role', body };

/** The role of the folder's own credentials, which cannot be changed. */
export const administratorRole = {
  id: '00000000-0000-0000-0000-000000000001',
  name: 'Sandbox administrator',
  description: 'May do everything and sees all data, whatever its labels are.',
} as const;
