import { childrenOf, type SyntaxNode } from '../sql/node';
import { NodeKind } from '../sql/nodeKind';
import { TokenKind } from '../sql/tokenKind';
import { textOf, type Statement } from '../sql/tree';

const dynamicTokens: ReadonlySet<TokenKind> = new Set([
  TokenKind.Template,
  TokenKind.Variable,
  TokenKind.Parameter,
  TokenKind.Positional,
]);

/** What a Name says, without its quotes. */
export function nameOf(statement: Statement, name: SyntaxNode): string {
  const text = textOf(statement, name);
  const quote = text[0];
  if ((quote !== '`' && quote !== '"') || text.length < 2) return text;
  return text.slice(1, text.endsWith(quote) ? -1 : undefined).replaceAll(quote + quote, quote);
}

/** The names of a QualifiedName, Path or ColumnList, in order. */
export function namesOf(statement: Statement, node: SyntaxNode): readonly string[] {
  return childrenOf(node, NodeKind.Name).map((name) => nameOf(statement, name));
}

/** Part of the text is put in later: a template, variable or parameter stands in it. */
export function isDynamic(statement: Statement, node: SyntaxNode): boolean {
  for (let at = node.first; at < node.end; at++) {
    if (dynamicTokens.has(statement.tokens.kinds[at] as TokenKind)) return true;
  }
  return false;
}

/** A single name in double quotes: a column, or a text where no such column exists. */
export function isDoubleQuoted(statement: Statement, node: SyntaxNode): boolean {
  return (
    node.children.length === 1 &&
    node.end === node.first + 1 &&
    statement.tokens.kinds[node.first] === TokenKind.DoubleQuoted
  );
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that cannot stand as a column's name without quotes. */
const reserved = new Set(
  `all and anti any as between by case cast create cross distinct drop else end escape except exists false fetch
  filter for from full group having in inner insert intersect into is join lateral left like limit minus natural
  not null offset on or order outer over right select semi set some table then to true union unique using values
  when where window with`.split(/\s+/),
);

/** A name as it is written in a path: in back quotes where it must be. */
export function quoted(name: string): string {
  return plainName.test(name) && !reserved.has(name.toLowerCase())
    ? name
    : `\`${name.replaceAll('`', '``')}\``;
}
