import { SqlError, sqlStates } from './session/sqlError';

/** The one sandbox that there is here. */
export const sandboxName = 'prod';

/**
 * Reads a database name of the Platform's forms, `all`, `prod:all`, or `prod:` and what is wanted of it; answers what
 * stands after the colon. The name of another sandbox is refused.
 */
export function checkDatabaseName(name: string): string {
  const [sandbox, rest] = name.includes(':') ? splitAt(name, name.indexOf(':')) : [sandboxName, name];
  const wanted = rest.replace(flatten, '');
  if (sandbox !== sandboxName || wanted === '') throw noTables(name);
  return wanted;
}

/** `prod:all?FLATTEN`: the fields of structs are to be columns of their own. */
export function isFlattened(name: string): boolean {
  return flatten.test(name);
}

const flatten = /\?flatten$/i;

/** The database has nothing in it, because there is none of that name. */
export function noTables(name: string): SqlError {
  return new SqlError(sqlStates.invalidDatabase, 'No tables found, please check the dbName', {
    detail: name,
  });
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}
