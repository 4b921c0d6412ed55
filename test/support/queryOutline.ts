import { childOf, descendants, type SyntaxNode } from '../../server/sql/node';
import { NodeKind as K } from '../../server/sql/nodeKind';
import { ownToken, type Statement, textOf } from '../../server/sql/tree';
import { TokenKind as T } from '../../server/sql/tokenKind';

/** What a query reads and how it is nested, in small letters, as any parser can tell it. */
export interface QueryOutline {
  /** `table` or `schema.table`, common table expressions included. */
  readonly tables: readonly string[];
  /** The last names of columns; `*` is one. */
  readonly columns: readonly string[];
  /** `[...]` is a select with the queries inside it, sorted; `name=` stands before a common table expression. */
  readonly nesting: string;
}

export function queryOutline(statement: Statement): QueryOutline {
  const nodes = [...descendants(statement.root)];
  const query = nodes.find(({ kind }) => kind === K.Query);
  return {
    tables: sorted(nodes.flatMap((node) => (node.kind === K.TableRef ? [tableOf(statement, node)] : []))),
    columns: sorted(nodes.flatMap((node) => columnOf(statement, node))),
    nesting: query ? nestingOf(statement, query) : '',
  };
}

export function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].sort();
}

function tableOf(statement: Statement, node: SyntaxNode): string {
  const name = childOf(node, K.QualifiedName);
  return name ? namesOf(statement, name).slice(-2).join('.') : '';
}

function columnOf(statement: Statement, node: SyntaxNode): readonly string[] {
  if (node.kind === K.Star) return isCounted(node) ? [] : ['*'];
  return node.kind === K.Path && !isUnit(statement, node) ? namesOf(statement, node).slice(-1) : [];
}

/** The star of count(*) stands for no column. */
function isCounted({ parent, children }: SyntaxNode): boolean {
  return parent?.kind === K.Arguments && children.length === 0;
}

/** DAY of EXTRACT(DAY FROM x). */
function isUnit(statement: Statement, { parent, first }: SyntaxNode): boolean {
  return (
    parent?.kind === K.Arguments &&
    statement.tokens.kinds[parent.first - 1] === T.EXTRACT &&
    parent.children[0]?.first === first
  );
}

function namesOf(statement: Statement, node: SyntaxNode): readonly string[] {
  return node.children.map((name) => textOf(statement, name).replace(/^[`"]|[`"]$/g, ''));
}

function nestingOf(statement: Statement, query: SyntaxNode): string {
  const inner: string[] = [];
  const named: string[] = [];
  let chain = '';
  for (const child of query.children) {
    if (child.kind === K.WithClause) {
      for (const table of child.children) named.push(commonTable(statement, table));
    } else if (isBody(child)) chain = chainOf(statement, child);
    else inner.push(...queriesIn(statement, child));
  }
  return brackets(named) + chain + brackets(inner);
}

function brackets(parts: readonly string[]): string {
  return parts.length > 0 ? `{${[...parts].sort().join(' ')}}` : '';
}

function commonTable(statement: Statement, table: SyntaxNode): string {
  const name = childOf(table, K.Name);
  const query = childOf(table, K.Query);
  const text = name ? textOf(statement, name).toLowerCase() : '';
  return `${text}=${query ? nestingOf(statement, query) : ''}`;
}

function isBody({ kind }: SyntaxNode): boolean {
  return kind === K.Select || kind === K.SetOperation || kind === K.ParenQuery || kind === K.Values;
}

/** The operands of set operations one after the other: not every parser tells which bind tighter. */
function chainOf(statement: Statement, body: SyntaxNode): string {
  if (body.kind === K.SetOperation) {
    const [left, right] = body.children;
    if (!left || !right) return '';
    return `${chainOf(statement, left)} ${operatorOf(statement, body)} ${chainOf(statement, right)}`;
  }
  if (body.kind === K.ParenQuery) {
    const query = childOf(body, K.Query);
    return query ? nestingOf(statement, query) : '';
  }
  return `[${[...queriesIn(statement, body)].sort().join(' ')}]`;
}

function operatorOf(statement: Statement, node: SyntaxNode): string {
  const has = (kind: T): boolean => ownToken(statement, node, kind) >= 0;
  const word = [T.UNION, T.INTERSECT, T.EXCEPT].find(has);
  return `${word === undefined ? 'minus' : T[word].toLowerCase()}${has(T.ALL) ? ' all' : ''}`;
}

/** The queries right inside a node, those inside them not. */
function queriesIn(statement: Statement, node: SyntaxNode): readonly string[] {
  return node.children.flatMap((child) =>
    child.kind === K.Query && !isRows(child) ? [nestingOf(statement, child)] : queriesIn(statement, child),
  );
}

/** VALUES in brackets: rows rather than a query. */
function isRows(query: SyntaxNode): boolean {
  return query.children.length === 1 && query.children[0]?.kind === K.Values;
}
