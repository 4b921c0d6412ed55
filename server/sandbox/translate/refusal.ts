import type { SyntaxNode } from '../../sql/node';
import { rangeOf, type Statement } from '../../sql/tree';
import { SqlError, sqlStates } from '../session/sqlError';

/** What stands in a statement that the sandbox cannot run as the Platform would: it says so and runs nothing. */
export function notSupported(statement: Statement, node: SyntaxNode, what: string): SqlError {
  const offset = rangeOf(statement, node).start;
  return new SqlError(sqlStates.featureNotSupported, 'Feature not supported', { detail: what, offset });
}

/** An error of the statement's meaning, in the form in which Query Service reports those of Spark. */
export function analysisError(statement: Statement, node: SyntaxNode, reason: string): SqlError {
  return analysisErrorAt(rangeOf(statement, node).start, reason);
}

export function analysisErrorAt(offset: number, reason: string): SqlError {
  return new SqlError(sqlStates.systemError, 'Batch query execution gets :', {
    detail: `Analysis error encountered. Reason: [${reason}]`,
    offset,
  });
}

export function tableNotFound(statement: Statement, node: SyntaxNode, name: string): SqlError {
  const offset = rangeOf(statement, node).start;
  return new SqlError(sqlStates.undefinedTable, 'Table not found', { detail: name, offset });
}
