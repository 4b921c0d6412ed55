import type { TextRange } from '../base/textRange';
import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import { nameOf, namesOf } from '../analysis/names';
import { printType } from '../catalog/typeText';
import type { DataType } from '../catalog/types';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { rangeOf, textOf, type Statement } from '../sql/tree';

export type SymbolKind =
  'query' | 'table' | 'view' | 'model' | 'audience' | 'write' | 'block' | 'variable' | 'column' | 'other';

/** An entry of the outline; offsets count in the file. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: TextRange;
  /** What the eye looks for: the name, or the first words. */
  readonly selection: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a file: its statements, in them the named queries, the blocks and the columns with their types. */
export function documentSymbols({ statements }: FileModel): readonly DocumentSymbol[] {
  return statements.flatMap((place) => {
    const [node] = place.statement.root.children.filter(({ kind }) => kind !== K.Error);
    return node ? [symbolOf(place, node)] : [];
  });
}

type Place = Pick<AnalyzedStatement, 'statement' | 'offset' | 'model'>;

function symbolOf(place: Place, node: SyntaxNode): DocumentSymbol {
  switch (node.kind) {
    case K.CreateTable:
      return named(place, node, 'table', 'CREATE TABLE');
    case K.CreateView:
      return named(place, node, 'view', 'CREATE VIEW');
    case K.CreateModel:
      return named(place, node, 'model', 'CREATE MODEL');
    case K.UpdateModel:
      return named(place, node, 'model', 'UPDATE MODEL');
    case K.CreateAudience:
      return named(place, node, 'audience', 'CREATE AUDIENCE');
    case K.Insert:
      return named(place, node, 'write', 'INSERT INTO');
    case K.Set:
      return setting(place, node);
    case K.Block:
    case K.If:
      return blockSymbol(place, node);
    case K.QueryStatement:
      return querySymbol(place, node);
    default:
      return entry(place, node, firstWords(place.statement, node), '', 'other', node, []);
  }
}

function entry(
  { statement, offset }: Place,
  node: SyntaxNode,
  name: string,
  detail: string,
  kind: SymbolKind,
  selected: SyntaxNode,
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  return {
    name,
    detail,
    kind,
    range: moved(rangeOf(statement, node), offset),
    selection: moved(rangeOf(statement, selected), offset),
    children,
  };
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** A statement that defines or fills what it names. */
function named(place: Place, node: SyntaxNode, kind: SymbolKind, words: string): DocumentSymbol {
  const name = childOf(node, K.QualifiedName);
  const text = name ? namesOf(place.statement, name).join('.') : words;
  return entry(place, node, text, name ? words : '', kind, name ?? node, queryParts(place, node));
}

function setting(place: Place, node: SyntaxNode): DocumentSymbol {
  const variable = childOf(node, K.Variable);
  const name = variable ? textOf(place.statement, variable) : firstWords(place.statement, node);
  return entry(place, node, name, 'SET', variable ? 'variable' : 'other', variable ?? node, []);
}

function blockSymbol(place: Place, node: SyntaxNode): DocumentSymbol {
  const name = node.kind === K.If ? firstWords(place.statement, node) : 'BEGIN ... END';
  return entry(place, node, name, '', 'block', node, statementsIn(place, node));
}

function statementsIn(place: Place, node: SyntaxNode): readonly DocumentSymbol[] {
  return node.children.flatMap((child) => {
    if (child.kind === K.BlockStatement) {
      const [inner] = child.children.filter(({ kind }) => kind !== K.Error);
      return inner ? [symbolOf(place, inner)] : [];
    }
    const isBranch =
      child.kind === K.ElseIf || child.kind === K.ElseBranch || child.kind === K.ExceptionHandler;
    if (!isBranch) return [];
    const name = child.kind === K.ExceptionHandler ? 'EXCEPTION' : firstWords(place.statement, child);
    return [entry(place, child, name, '', 'block', child, statementsIn(place, child))];
  });
}

function querySymbol(place: Place, node: SyntaxNode): DocumentSymbol {
  const table = [...descendants(node)].find(({ kind }) => kind === K.TableRef);
  const name = table && childOf(table, K.QualifiedName);
  const text = name
    ? `SELECT from ${namesOf(place.statement, name).join('.')}`
    : firstWords(place.statement, node);
  return entry(place, node, text, '', 'query', node, queryParts(place, node));
}

/** The named queries before a query, and the columns that it gives. */
function queryParts(place: Place, node: SyntaxNode): readonly DocumentSymbol[] {
  const query = childOf(node, K.Query);
  if (!query) return [];
  const withClause = childOf(query, K.WithClause);
  const tables = withClause ? childrenOf(withClause, K.CommonTable) : [];
  return [...tables.map((table) => commonTable(place, table)), ...columns(place, query)];
}

function commonTable(place: Place, node: SyntaxNode): DocumentSymbol {
  const name = childOf(node, K.Name);
  const text = name ? nameOf(place.statement, name) : 'query';
  return entry(place, node, text, 'WITH', 'query', name ?? node, queryParts(place, node));
}

function columns(place: Place, query: SyntaxNode): readonly DocumentSymbol[] {
  const select = firstSelect(query);
  const list = select && childOf(select, K.SelectClause);
  const projected = select && place.model.selects.get(select)?.projected;
  return childrenOf(list ?? query, K.Projection).flatMap((projection) => {
    const name = columnName(projection);
    if (!name) return [];
    const [column] = projected?.get(projection) ?? [];
    const detail = column ? shortType(column.type) : '';
    return [entry(place, projection, nameOf(place.statement, name), detail, 'column', name, [])];
  });
}

/** The type, of a struct without its fields; empty where it is not known. */
function shortType(type: DataType): string {
  switch (type.kind) {
    case 'unknown':
      return '';
    case 'struct':
      return 'struct';
    case 'array': {
      const element = shortType(type.element);
      return element === '' ? 'array' : `array<${element}>`;
    }
    case 'map': {
      const value = shortType(type.value);
      return value === '' ? 'map' : `map<${shortType(type.key)},${value}>`;
    }
    default:
      return printType(type);
  }
}

/** The Select whose columns give the query its names. */
function firstSelect(query: SyntaxNode): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = query;
  while (node && node.kind !== K.Select) {
    node = node.children.find(
      ({ kind }) => kind === K.Select || kind === K.SetOperation || kind === K.ParenQuery || kind === K.Query,
    );
  }
  return node;
}

/** The alias, or the last name of a path. */
function columnName(projection: SyntaxNode): SyntaxNode | undefined {
  const alias = childOf(projection, K.Alias);
  if (alias) return childOf(alias, K.Name);
  const [value] = projection.children;
  if (value?.kind !== K.Path && value?.kind !== K.FieldAccess) return undefined;
  return childrenOf(value, K.Name).at(-1);
}

const longestName = 60;

function firstWords(statement: Statement, node: SyntaxNode): string {
  const text = textOf(statement, node).replace(/\s+/g, ' ');
  return text.length > longestName ? `${text.slice(0, longestName - 3)}...` : text;
}
