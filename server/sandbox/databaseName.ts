import { SqlError, sqlStates } from './session/sqlError';

/** The one sandbox that there is here. */
export const sandboxName = 'prod';

/**
 * Checks a database name of the Platform's forms: `all`, `prod:all`, or one table after the colon. Which of the
 * tables there are only the statements tell; the name of another sandbox is refused.
 */
export function checkDatabaseName(name: string): void {
  const [sandbox, rest] = name.includes(':') ? splitAt(name, name.indexOf(':')) : [sandboxName, name];
  if (rest.toUpperCase().endsWith('?FLATTEN')) {
    throw new SqlError(sqlStates.featureNotSupported, 'Feature not supported', { detail: 'FLATTEN' });
  }
  if (sandbox !== sandboxName || rest === '') {
    throw new SqlError(sqlStates.invalidDatabase, 'No tables found, please check the dbName', {
      detail: name,
    });
  }
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}
