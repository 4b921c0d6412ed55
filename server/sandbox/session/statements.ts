import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { parse } from '../../sql/parse';
import type { Statement } from '../../sql/tree';
import { intoClause } from '../translate/intoClause';
import { notSupported } from '../translate/refusal';
import { openBlock } from './block/openBlock';
import { isCatalogQuery, openCatalogQuery } from './catalogQuery';
import type { Opener } from './command';
import { openAlter } from './commands/alter';
import { openAnalyze } from './commands/analyze';
import { openCopy } from './commands/copy';
import { openCreateAudience, openCreateTable } from './commands/createTable';
import { openClose, openDeclare, openFetch } from './commands/cursor';
import { openDrop } from './commands/drop';
import { openExplain } from './commands/explain';
import { openCreateGroup } from './commands/groups';
import { openInsert } from './commands/insert';
import { openCreateModel, openUpdateModel } from './commands/models';
import { openDeallocate, openExecute, openPrepare } from './commands/prepared';
import { translateQuery } from './commands/query';
import { openSelect } from './commands/select';
import { openSet } from './commands/setCommand';
import { openShow } from './commands/show';
import { openTransaction } from './commands/transaction';
import { openCreateView } from './commands/views';
import { expandTemplates } from './expandTemplates';
import { describeQuery } from './openQuery';
import type { OpenStatement, ParameterReader, StatementDescription } from './openStatement';
import { checkRights, explainingHidden, withRights } from './rights';
import type { Session } from './session';
import { SqlError, sqlStates } from './sqlError';

/** One statement of a text that a client sent. */
export interface SessionStatement {
  readonly statement: Statement;
  readonly node: SyntaxNode;
  /** Where the statement's text starts in the whole text. */
  readonly offset: number;
}

/** How statements are run, by the kind of their node; what is not here is refused by its name. */
const openers: Partial<Record<NodeKind, Opener>> = {
  [NodeKind.QueryStatement]: openSelect,
  [NodeKind.CreateTable]: openCreateTable,
  [NodeKind.CreateAudience]: openCreateAudience,
  [NodeKind.CreateModel]: openCreateModel,
  [NodeKind.UpdateModel]: openUpdateModel,
  [NodeKind.CreateDatabase]: openCreateGroup,
  [NodeKind.Alter]: openAlter,
  [NodeKind.Insert]: openInsert,
  [NodeKind.Drop]: openDrop,
  [NodeKind.Set]: openSet,
  [NodeKind.Show]: openShow,
  [NodeKind.Transaction]: openTransaction,
  [NodeKind.Analyze]: openAnalyze,
  [NodeKind.Copy]: openCopy,
  [NodeKind.Explain]: openExplain,
  [NodeKind.CreateView]: openCreateView,
  [NodeKind.DeclareCursor]: openDeclare,
  [NodeKind.Fetch]: openFetch,
  [NodeKind.CloseCursor]: openClose,
  [NodeKind.Prepare]: openPrepare,
  [NodeKind.Execute]: openExecute(openNested),
  [NodeKind.Deallocate]: openDeallocate,
  [NodeKind.Block]: openBlock(openNested),
};

/** Statements that cannot be described without running them. */
const runsWhenOpened: ReadonlySet<NodeKind> = new Set([NodeKind.Block, NodeKind.Execute, NodeKind.Analyze]);

const unbound = { parameters: () => null, signal: new AbortController().signal };

async function openNested(
  session: Session,
  statement: Statement,
  signal: AbortSignal,
): Promise<OpenStatement> {
  const [node] = statement.root.children;
  if (!node)
    throw new SqlError(sqlStates.syntaxError, 'Syntax error', {
      detail: 'A statement is missing',
      offset: 0,
    });
  return await openStatement(session, { statement, node, offset: 0 }, { parameters: () => null, signal });
}

/** The statements of a text, without the empty ones. */
export function splitStatements(text: string): readonly SessionStatement[] {
  return parse(text).statements.flatMap(({ statement, offset }) => {
    const [node] = statement.root.children;
    return node ? [{ statement, node, offset }] : [];
  });
}

/** Makes a statement ready to run. Throws a `SqlError` whose offset counts in the whole text. */
export async function openStatement(
  session: Session,
  { statement, node, offset }: SessionStatement,
  bound: { readonly parameters: ParameterReader; readonly signal: AbortSignal },
): Promise<OpenStatement> {
  return await placed(offset, () =>
    withTemplates(session, { statement, node }, (found) =>
      withRights(session, async () => {
        if (isCatalogQuery(found.statement))
          return await openCatalogQuery(session, found.statement, bound.parameters);
        const opener = openerOf(found);
        await checkRights(session, found);
        return await opener(session, { ...found, ...bound });
      }),
    ),
  );
}

type FoundStatement = Pick<SessionStatement, 'statement' | 'node'>;

function openerOf({ statement, node }: FoundStatement): Opener {
  checkSyntax(statement);
  const opener = openers[node.kind];
  if (!opener) throw unknownStatement(statement, node);
  return opener;
}

/** Works on the statement that a text is once its templates are filled in; errors tell the template's place. */
async function withTemplates<T>(
  session: Session,
  found: FoundStatement,
  work: (found: FoundStatement) => Promise<T>,
): Promise<T> {
  const expanded = await expandTemplates(session, found.statement);
  if (!expanded) return await work(found);
  const [first, ...more] = splitStatements(expanded.sql);
  if (!first || more.length > 0)
    throw notSupported(found.statement, found.node, 'a template of several statements');
  try {
    return await work(first);
  } catch (error) {
    if (!(error instanceof SqlError) || error.offset === undefined) throw error;
    throw error.shiftedBy(expanded.sourceOffset(error.offset) - error.offset);
  }
}

/** What is known of a statement before its parameters are bound. */
export async function describeStatement(
  session: Session,
  { statement, node, offset }: SessionStatement,
): Promise<StatementDescription> {
  return await placed(offset, () =>
    withTemplates(session, { statement, node }, (found) =>
      explainingHidden(session, () => describeFound(session, found)),
    ),
  );
}

async function describeFound(session: Session, found: FoundStatement): Promise<StatementDescription> {
  const { statement, node } = found;
  if (isCatalogQuery(statement))
    return await describeOpened(await openCatalogQuery(session, statement, () => null));
  const opener = openerOf(found);
  if (node.kind === NodeKind.QueryStatement && !intoClause(node)) {
    return await describeQuery(session.services.database, await translateQuery(session, statement, node));
  }
  if (runsWhenOpened.has(node.kind)) return { parameters: [], columns: undefined };
  return await describeOpened(await opener(session, { ...found, ...unbound }));
}

async function describeOpened(opened: OpenStatement): Promise<StatementDescription> {
  await opened.close();
  return { parameters: [], columns: opened.columns };
}

function checkSyntax({ problems }: Statement): void {
  const problem = problems.find(
    ({ severity, code }) => severity === 'error' && code !== 'unsupported-statement',
  );
  if (!problem) return;
  throw new SqlError(sqlStates.syntaxError, 'Syntax error', {
    detail: problem.message,
    offset: problem.range.start,
  });
}

function unknownStatement(statement: Statement, node: SyntaxNode): SqlError {
  return notSupported(statement, node, statement.text.trim().split(/\s+/, 2).join(' ').toUpperCase());
}

async function placed<T>(offset: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SqlError ? error.shiftedBy(offset) : error;
  }
}
