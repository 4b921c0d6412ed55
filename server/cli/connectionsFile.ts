import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Connection } from '../protocol/connection';
import { UsageError } from './commandHost';

/** `connections.json` lies here, and the local sandbox's data. */
export function homeFolder(environment: NodeJS.ProcessEnv): string {
  return environment['FEATURE_SQL_HOME'] || join(homedir(), '.feature-sql');
}

const profileSchema = z.strictObject({
  name: z.string().min(1),
  host: z.string().min(1),
  port: z.int().min(1).max(65535).default(80),
  database: z.string().min(1).default('prod:all'),
  user: z.string().min(1),
  tls: z.enum(['disable', 'allow', 'require', 'verify-full']).default('require'),
  rest: z
    .strictObject({
      endpoint: z.url().default('https://platform.adobe.io'),
      orgId: z.string(),
      sandbox: z.string(),
      clientId: z.string(),
    })
    .exactOptional(),
});

/** A connection of `connections.json`, with its secrets from the environment: the file holds none. */
export async function namedConnection(name: string, environment: NodeJS.ProcessEnv): Promise<Connection> {
  const file = join(homeFolder(environment), 'connections.json');
  const profiles = await readProfiles(file);
  const profile = profiles.find((each) => each.name === name);
  if (!profile) {
    const known = ['local', ...profiles.map((each) => each.name)].join(', ');
    throw new UsageError(`There is no connection "${name}" in ${file}. Known are ${known}`);
  }
  const password = environment['FEATURE_SQL_PASSWORD'] ?? environment['PGPASSWORD'];
  if (password === undefined) {
    throw new UsageError(`The connection "${name}" needs a password in FEATURE_SQL_PASSWORD or PGPASSWORD`);
  }
  const clientSecret = environment['FEATURE_SQL_CLIENT_SECRET'];
  return {
    profile: { ...profile, kind: 'platform' },
    secrets: { password, ...(clientSecret === undefined ? {} : { clientSecret }) },
  };
}

async function readProfiles(file: string): Promise<readonly z.infer<typeof profileSchema>[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw new UsageError(`Could not read ${file}: ${error.message}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const read = z.array(profileSchema).safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(
    `The field ${issue?.path.join('.') || '(all)'} of ${file} is not valid: ${issue?.message}`,
  );
}
