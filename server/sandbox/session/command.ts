import type { SyntaxNode } from '../../sql/node';
import type { Statement } from '../../sql/tree';
import type { OpenStatement, ParameterReader } from './openStatement';
import type { Session } from './session';

/** A statement of the dialect with the node that says what it does. */
export interface Command {
  readonly statement: Statement;
  readonly node: SyntaxNode;
  readonly parameters: ParameterReader;
  /** Aborted when the statement is to stop. */
  readonly signal: AbortSignal;
}

/** Makes a statement of one kind ready to run. Throws a `SqlError` whose offset counts in the statement's text. */
export type Opener = (session: Session, command: Command) => Promise<OpenStatement>;

/** Opens a statement that stands within another one, under a text of its own. */
export type OpenNested = (
  session: Session,
  statement: Statement,
  signal: AbortSignal,
) => Promise<OpenStatement>;
