import { unchanged } from '../translate/translatedSql';
import { describeQuery, openQuery } from './openQuery';
import type { OpenStatement, ParameterReader, StatementDescription } from './openStatement';
import type { Session } from './session';

/** One statement of a text that a client sent. */
export interface SessionStatement {
  readonly sql: string;
  /** Where it starts in the text. */
  readonly offset: number;
}

/** The statements of a text, without the empty ones. */
export function splitStatements(text: string): readonly SessionStatement[] {
  return text.trim() === '' ? [] : [{ sql: text, offset: 0 }];
}

export async function openStatement(
  session: Session,
  statement: SessionStatement,
  parameters: ParameterReader,
): Promise<OpenStatement> {
  return await openQuery(session.services.database, unchanged(statement.sql), parameters);
}

export async function describeStatement(
  session: Session,
  statement: SessionStatement,
): Promise<StatementDescription> {
  return await describeQuery(session.services.database, unchanged(statement.sql));
}
