import type { SqlError } from '../session/sqlError';
import type { ErrorFields } from './backendMessages';

/** A problem as the protocol tells it; `sql` is the text that its offset counts in. */
export function errorFields(error: SqlError, severity: ErrorFields['severity'], sql?: string): ErrorFields {
  return {
    severity,
    sqlState: error.sqlState,
    message: error.message,
    hint: error.hint,
    position:
      sql === undefined || error.offset === undefined ? undefined : characterPosition(sql, error.offset),
  };
}

/** PostgreSQL counts characters from 1, where JavaScript counts a character beyond the basic plane as two. */
function characterPosition(sql: string, offset: number): number {
  return [...sql.slice(0, offset)].length + 1;
}
