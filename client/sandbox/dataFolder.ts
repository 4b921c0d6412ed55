import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the local sandbox keeps its data; the command line uses the same place. */
export function sandboxDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment['FEATURE_SQL_HOME'] || join(homedir(), '.feature-sql'), 'sandbox');
}
