import * as z from 'zod';
import type { ConnectionProfile } from '../../server/protocol/connection';

/** The connection that needs no licence; its address is known only while the local sandbox runs. */
export const localConnectionName = 'Local sandbox';

export interface ProfilesRead {
  readonly profiles: readonly ConnectionProfile[];
  /** One sentence for each entry that cannot be used. */
  readonly problems: readonly string[];
}

/** Reads the setting `featureSql.connections`; a wrong entry is told and left out. */
export function readConnectionProfiles(setting: unknown): ProfilesRead {
  const profiles: ConnectionProfile[] = [];
  const problems: string[] = [];
  const entries = Array.isArray(setting) ? (setting as readonly unknown[]) : [];
  for (const [index, entry] of entries.entries()) {
    const read = entrySchema.safeParse(entry);
    if (!read.success) {
      const issue = read.error.issues[0];
      problems.push(`featureSql.connections[${index}].${issue?.path.join('.')}: ${issue?.message}`);
    } else if (read.data.name === localConnectionName || profiles.some((p) => p.name === read.data.name)) {
      problems.push(`featureSql.connections[${index}].name: "${read.data.name}" is taken`);
    } else {
      profiles.push({ kind: 'platform', ...read.data });
    }
  }
  return { profiles, problems };
}

/**
 * Where SecretStorage keeps the password. The address is part of the key, so that a workspace that redefines a
 * connection under the same name never gets the password of another server.
 */
export function passwordKey(profile: ConnectionProfile): string {
  return `featureSql.password:${JSON.stringify([profile.host, profile.port, profile.user])}`;
}

/** The Platform sandbox of a database name such as `prod:all`. */
export function platformSandbox(profile: ConnectionProfile): string | undefined {
  const [sandbox, rest] = profile.database.split(':');
  return rest === undefined ? undefined : sandbox;
}

const entrySchema = z.object({
  name: z.string().min(1),
  host: z.string().min(1),
  port: z.number().int().min(1).max(65535).default(80),
  database: z.string().min(1).default('prod:all'),
  user: z.string().min(1),
  tls: z.enum(['disable', 'allow', 'require', 'verify-full']).default('require'),
});
