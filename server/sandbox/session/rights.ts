import { NodeKind } from '../../sql/nodeKind';
import type { SyntaxNode } from '../../sql/node';
import { TokenKind as T } from '../../sql/tokenKind';
import { rangeOf, type Statement } from '../../sql/tree';
import { mayDo } from '../access/clientAccess';
import { permissionName } from '../access/permissions';
import { intoClause } from '../translate/intoClause';
import { ownTokens } from '../translate/nodes';
import type { OpenStatement } from './openStatement';
import { HiddenData, labelRefused } from './restrictedTable';
import type { Session } from './session';
import { SqlError, sqlStates } from './sqlError';

/** Statements that make, change or remove data sets. */
const writes: ReadonlySet<NodeKind> = new Set([
  NodeKind.CreateTable,
  NodeKind.CreateAudience,
  NodeKind.CreateDatabase,
  NodeKind.CreateView,
  NodeKind.Alter,
  NodeKind.Insert,
  NodeKind.Drop,
]);

/** Refuses a statement that the client has no permission for. */
export async function checkRights(
  session: Session,
  { statement, node }: { readonly statement: Statement; readonly node: SyntaxNode },
): Promise<void> {
  if (!isWrite(statement, node)) return;
  if (mayDo(await session.services.rights.of(session.clientId), ['manage-datasets'])) return;
  throw new SqlError(sqlStates.insufficientPrivilege, 'Permission denied', {
    detail: `The statement needs the permission "${permissionName('manage-datasets')}"`,
    offset: rangeOf(statement, node).start,
  });
}

/** What belongs to the session alone is no data set. */
function isWrite(statement: Statement, node: SyntaxNode): boolean {
  const words = ownTokens(statement, node);
  if (words.includes(T.TEMP) || words.includes(T.TEMPORARY)) return false;
  const isSample = node.kind === NodeKind.Analyze && words.includes(T.TABLESAMPLE);
  const makesTable = node.kind === NodeKind.QueryStatement && intoClause(node) !== undefined;
  return writes.has(node.kind) || isSample || makesTable;
}

/** Opens a statement; where it asks for data that is hidden from the client, the error says so, then and later. */
export async function withRights(
  session: Session,
  open: () => Promise<OpenStatement>,
): Promise<OpenStatement> {
  session.hidden = [];
  const opened = await explainingHidden(session, open);
  return { ...opened, fetch: (signal) => explainingHidden(session, () => opened.fetch(signal)) };
}

/** A column that is not there may be one that is hidden. */
export async function explainingHidden<R>(session: Session, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const hidden = hiddenIn(session, error);
    if (!hidden) throw error;
    const role = await session.services.rights.roleFor(hidden.label);
    throw labelRefused(hidden, role, error instanceof SqlError ? error.offset : undefined);
  }
}

/** Of errors about columns that are not there. */
const missingStates: ReadonlySet<string> = new Set([sqlStates.systemError, sqlStates.undefinedColumn]);

function hiddenIn({ hidden }: Session, error: unknown): HiddenData | undefined {
  if (error instanceof HiddenData) return error;
  if (!(error instanceof SqlError) || !missingStates.has(error.sqlState)) return undefined;
  const words = new Set(error.message.toLowerCase().split(/[^\p{L}\p{N}_]+/u));
  const named = hidden.find(({ path }) => words.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase()));
  const label = named?.labels[0];
  return named && label !== undefined
    ? new HiddenData(`The column ${named.path.slice(1).replaceAll('/', '.')}`, label)
    : undefined;
}
