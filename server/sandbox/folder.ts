import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where the files of a data folder lie. */
export interface SandboxFolder {
  readonly path: string;
  readonly database: string;
  readonly temporary: string;
  /** Who may log in; stays the same for the life of the folder. */
  readonly credentials: string;
  /** How to reach the sandbox, there only while one runs on the folder. */
  readonly running: string;
  readonly tlsKey: string;
  /** What clients are to trust. */
  readonly tlsCertificate: string;
}

const credentialsSchema = z.object({
  orgId: z.string(),
  technicalAccountId: z.string(),
  credential: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});

/** The names and secrets of a sandbox in the forms of the Platform. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** `$FEATURE_SQL_HOME/sandbox`, else `~/.feature-sql/sandbox`. */
export function defaultFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment['FEATURE_SQL_HOME'] || join(homedir(), '.feature-sql'), 'sandbox');
}

/** Makes the folder when there is none; only its owner may look into it. */
export async function openFolder(path: string): Promise<SandboxFolder> {
  const absolute = resolve(path);
  const temporary = join(absolute, 'temporary');
  await mkdir(absolute, { recursive: true, mode: 0o700 });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  return {
    path: absolute,
    database: join(absolute, 'warehouse.duckdb'),
    temporary,
    credentials: join(absolute, 'credentials.json'),
    running: join(absolute, 'sandbox.json'),
    tlsKey: join(absolute, 'tls-key.pem'),
    tlsCertificate: join(absolute, 'tls-certificate.pem'),
  };
}

/** The credentials of the folder, made at random the first time. */
export async function openCredentials(folder: SandboxFolder): Promise<Credentials> {
  const text = await readFile(folder.credentials, 'utf8').catch(missing);
  if (text !== undefined) return parseCredentials(folder, text);
  const credentials = {
    orgId: `${randomHex(12).toUpperCase()}@AdobeOrg`,
    technicalAccountId: randomHex(12).toUpperCase(),
    credential: randomHex(16),
    clientId: randomHex(16),
    clientSecret: `p8e-${randomBytes(24).toString('base64url')}`,
  };
  await writePrivate(folder.credentials, `${JSON.stringify(credentials, undefined, 2)}\n`);
  return credentials;
}

/** Writes a file that only its owner can read. */
export async function writePrivate(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  // A file that was there before keeps its mode otherwise.
  await chmod(file, 0o600);
}

export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
}

function parseCredentials(folder: SandboxFolder, text: string): Credentials {
  try {
    return credentialsSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${folder.credentials} cannot be read. Delete it to have new credentials made.`);
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
