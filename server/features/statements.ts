import type { TextRange } from '../base/textRange';
import { childOf, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { isTrivia, TokenKind } from '../sql/tokenKind';
import type { PlacedStatement, Statement, SyntaxTree } from '../sql/tree';

/** A statement as Run Statement and the code lenses see it. */
export interface RunnableStatement {
  /** From the first to the last token, without the semicolon; offsets in the file. */
  readonly range: TextRange;
  readonly sql: string;
  /** It gives rows that can be exported. */
  readonly returnsRows: boolean;
}

/** The statements of a file that can be run; empty ones are left out. */
export function statements(tree: SyntaxTree): readonly RunnableStatement[] {
  return tree.statements.flatMap((placed) => runnable(placed) ?? []);
}

/** The statement around an offset, else the one that ends just before it, else the first one after it. */
export function runnableAt(tree: SyntaxTree, offset: number): RunnableStatement | undefined {
  const all = statements(tree);
  const started = all.filter(({ range }) => range.start <= offset);
  return started.at(-1) ?? all[0];
}

function runnable({ statement, offset }: PlacedStatement): RunnableStatement | undefined {
  const { kinds, starts, count } = statement.tokens;
  const isOwn = (token: number) =>
    !isTrivia(kinds[token] as TokenKind) && (kinds[token] as TokenKind) !== TokenKind.Semicolon;
  let first = 0;
  while (first < count && !isOwn(first)) first++;
  let last = count - 1;
  while (last > first && !isOwn(last)) last--;
  if (first >= count) return undefined;
  const start = starts[first] as number;
  const end = starts[last + 1] as number;
  return {
    range: { start: start + offset, end: end + offset },
    sql: statement.text.slice(start, end),
    returnsRows: returnsRows(statement),
  };
}

const givingRows: readonly K[] = [K.Show, K.Explain, K.Execute, K.Fetch];

function returnsRows({ root }: Statement): boolean {
  const [node] = root.children;
  if (!node) return false;
  return node.kind === K.QueryStatement ? !hasInto(node) : givingRows.includes(node.kind);
}

/** SELECT ... INTO makes a table. */
function hasInto(statement: SyntaxNode): boolean {
  const query = childOf(statement, K.Query);
  const select = query && childOf(query, K.Select);
  return select !== undefined && childOf(select, K.IntoClause) !== undefined;
}
