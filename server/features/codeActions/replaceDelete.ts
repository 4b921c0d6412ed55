import { namesOf, quoted } from '../../analysis/names';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { parseStatement } from '../../sql/parse';
import { isTrivia, TokenKind as T } from '../../sql/tokenKind';
import type { Statement } from '../../sql/tree';
import { changedStatement, countErrors } from './changedStatement';
import { editIn, type ActionContext, type CodeAction } from './codeAction';

/** `DELETE FROM t WHERE condition` as a new table of the rows that stay. */
export function* replaceDelete(context: ActionContext): Generator<CodeAction> {
  const { placed, touched } = context;
  const { statement } = placed;
  const diagnostic = touched.find(({ code }) => code === 'unsupported-statement');
  const [node] = statement.root.children;
  const parts = node?.kind === K.UnsupportedStatement ? partsOf(statement, node) : undefined;
  if (!diagnostic || !node || !parts) return;
  const { table, condition } = parts;
  const name = keptName(table);
  const text = `CREATE TABLE ${name} AS\nSELECT *\nFROM ${table}\nWHERE (${condition}) IS NOT TRUE`;
  const { starts } = statement.tokens;
  const edits = [editIn(placed, starts[node.first] as number, starts[node.end] as number, text)];
  if (countErrors(changedStatement(context, edits)) > 0) return;
  yield { title: `Keep the other rows in a new table ${name}`, kind: 'quickfix', edits, diagnostic };
}

/** The table, with its alias, and the condition; `undefined` for another form. */
function partsOf(statement: Statement, node: SyntaxNode): { table: string; condition: string } | undefined {
  const { kinds, starts } = statement.tokens;
  const words = Array.from({ length: node.end - node.first }, (_, index) => node.first + index).filter(
    (token) => !isTrivia(kinds[token] as T),
  );
  const [first = -1, second = -1] = words;
  const where = words.find((token) => kinds[token] === T.WHERE) ?? -1;
  if (kinds[first] !== T.DELETE || kinds[second] !== T.FROM || where < 0) return undefined;
  const slice = (from: number, to: number) => statement.text.slice(starts[from], starts[to]).trim();
  const table = slice(second + 1, where);
  const condition = slice(where + 1, node.end);
  return table === '' || condition === '' ? undefined : { table, condition };
}

/** The last name of the table with `_kept`, quoted where the table's is. */
function keptName(table: string): string {
  const statement = parseStatement(`SELECT 1 FROM ${table}`);
  let name: SyntaxNode | undefined = statement.root;
  for (const kind of [K.QueryStatement, K.Query, K.Select, K.FromClause, K.TableRef, K.QualifiedName]) {
    name = name && childOf(name, kind);
  }
  const names = name ? namesOf(statement, name) : [];
  return names.length > 0 ? quoted(`${names.at(-1) ?? ''}_kept`) : 'kept';
}
