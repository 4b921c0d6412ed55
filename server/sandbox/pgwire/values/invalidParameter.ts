import { SqlError, sqlStates } from '../../session/sqlError';

/** The value of a parameter is none of its type. */
export function invalidParameter(text: string, type: string): SqlError {
  return new SqlError(sqlStates.invalidText, `A parameter is not a ${type}`, { detail: text.slice(0, 100) });
}
