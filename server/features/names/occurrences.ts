import { keyOf } from '../../analysis/definitions';
import type {
  Column,
  Meanings,
  PathUse,
  SelectUse,
  Source,
  StatementModel,
  TableUse,
} from '../../analysis/model';
import { modelArgument } from '../../analysis/modelArgument';
import { nameOf, namesOf } from '../../analysis/names';
import { declassificationsOf } from '../../analysis/lineage/declassifications';
import { columnsNamed } from '../../analysis/schema';
import type { TextRange } from '../../base/textRange';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { nodeOfToken } from '../../sql/nodeAt';
import { TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { fieldOfColumn } from './fieldOf';
import { namedWindow } from './namedWindow';

/**
 * What a name stands for: equal for all names of one thing. Of a table, view, audience or model its name, as each
 * file that says it means the same; else the node that declares it, or the field of a data set.
 */
export type ThingKey = object | string;

/** A name in a statement and what it stands for. */
export interface Occurrence {
  /** The Name, Variable or last Name of a QualifiedName. */
  readonly node: SyntaxNode;
  readonly key: ThingKey;
  /** The thing is made here, or gets its name here. */
  readonly declares: boolean;
  /** Where the name is a part of the node or of a comment; offsets in the statement. */
  readonly part?: TextRange;
}

const cache = new WeakMap<StatementModel, readonly Occurrence[]>();

/** Every name of the statement that stands for a table, alias, column, field, variable or model. */
export function occurrences(model: StatementModel): readonly Occurrence[] {
  let found = cache.get(model);
  if (!found) {
    found = [...collect(model)];
    cache.set(model, found);
  }
  return found;
}

function* collect(model: StatementModel): Generator<Occurrence> {
  for (const use of model.paths.values()) yield* ofPath(use);
  for (const select of model.selects.values()) yield* ofSelect(model, select);
  for (const use of model.tables) yield* ofTable(use);
  for (const { node, kind } of model.definitions) {
    if (kind === 'cte' || kind === 'prepared' || kind === 'cursor')
      yield { node: lastName(node), key: node, declares: true };
  }
  for (const { node, definition } of model.handles) yield { node, key: definition.node, declares: false };
  yield* ofVariables(model);
  yield* ofDeclassifications(model.statement);
  for (const { columns, table } of model.writes) {
    const meaning = table?.meaning;
    if (meaning?.kind !== 'dataset' && meaning?.kind !== 'definition') continue;
    for (const node of columns) yield* named(model.statement, node, meaning.schema.columns);
  }
  for (const { use, node, meaning } of model.tables) {
    if (use !== 'alter' || (meaning.kind !== 'dataset' && meaning.kind !== 'definition')) continue;
    const list = node.parent && childOf(node.parent, K.ColumnList);
    for (const name of list ? childrenOf(list, K.Name) : [])
      yield* named(model.statement, name, meaning.schema.columns);
  }
  yield* ofTree(model);
}

/** A variable that is set more than once is one thing. Its value is also put into texts: `'@from'`. */
function* ofVariables({ variables, statement }: StatementModel): Generator<Occurrence> {
  const keys = new Map<string, ThingKey>();
  for (const { node, name, definition, use } of variables) {
    if (!definition) continue;
    const key = keys.get(name.toLowerCase()) ?? definition.node;
    keys.set(name.toLowerCase(), key);
    yield { node, key, declares: use === 'set' };
  }
  if (keys.size === 0) return;
  const { kinds, starts, count } = statement.tokens;
  for (let token = 0; token < count; token++) {
    if (kinds[token] !== TokenKind.String) continue;
    for (const { index, 0: name } of tokenText(statement, token).matchAll(/@[A-Za-z_]\w*/g)) {
      const key = keys.get(name.toLowerCase());
      const start = (starts[token] as number) + index;
      const part = { start, end: start + name.length };
      if (key) yield { node: nodeOfToken(statement.root, token), key, declares: false, part };
    }
  }
}

/** The column that a comment declassifies. */
function* ofDeclassifications(statement: Statement): Generator<Occurrence> {
  for (const { name, projections } of declassificationsOf(statement)) {
    for (const node of projections) {
      const alias = childOf(node, K.Alias);
      if (alias && !childOf(alias, K.ColumnList)) yield { node, key: node, declares: false, part: name };
    }
  }
}

/** What is told by the tree alone: models, windows, and names that stand for themselves. */
function* ofTree({ statement }: StatementModel): Generator<Occurrence> {
  for (const node of descendants(statement.root)) {
    for (const name of declaredNames(node)) yield { node: name, key: name, declares: true };
    yield* ofModel(statement, node);
    yield* ofWindow(statement, node);
    if (node.kind === K.TransformClause) yield* ofTransform(node);
  }
}

/** The columns of a new table, of a list behind an alias or of a lateral view; the parameters of a lambda. */
function declaredNames(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case K.ColumnDefinition:
      return childrenOf(node, K.Name).slice(0, 1);
    case K.Lambda:
      return childrenOf(node, K.Name);
    case K.LateralView: {
      const list = childOf(node, K.ColumnList);
      return list ? childrenOf(list, K.Name) : childrenOf(node, K.Name).slice(1);
    }
    case K.TableAlias:
    case K.Alias:
    case K.CommonTable:
    case K.CreateView: {
      const list = childOf(node, K.ColumnList);
      return list ? childrenOf(list, K.Name) : [];
    }
    default:
      return [];
  }
}

function* ofModel(statement: Statement, node: SyntaxNode): Generator<Occurrence> {
  if (node.kind === K.CreateModel || node.kind === K.UpdateModel) {
    const name = childOf(node, K.QualifiedName);
    if (name) yield modelOccurrence(statement, name, node.kind === K.CreateModel);
  }
  const argument = node.kind === K.FunctionCall ? modelArgument(statement, node) : undefined;
  if (argument) yield modelOccurrence(statement, argument, false);
}

function* ofWindow(statement: Statement, node: SyntaxNode): Generator<Occurrence> {
  const name = childOf(node, K.Name);
  if (!name) return;
  if (node.kind === K.NamedWindow) yield { node: name, key: node, declares: true };
  if (node.kind !== K.OverClause && node.kind !== K.WindowSpec) return;
  const window = namedWindow(statement, name);
  if (window) yield { node: name, key: window, declares: false };
}

/** The features that TRANSFORM makes are the columns of later ones. */
function* ofTransform(clause: SyntaxNode): Generator<Occurrence> {
  for (const item of childrenOf(clause, K.Projection)) {
    const alias = childOf(item, K.Alias);
    const name = alias && childOf(alias, K.Name);
    if (name) yield { node: name, key: item, declares: true };
  }
}

function modelOccurrence(statement: Statement, node: SyntaxNode, declares: boolean): Occurrence {
  return { node: lastName(node), key: keyOf('model', namesOf(statement, node).join('.')), declares };
}

function* ofTable({ node, names, use, meaning }: TableUse): Generator<Occurrence> {
  const isCte = meaning.kind === 'definition' && meaning.definition.kind === 'cte';
  const key = isCte ? meaning.definition.node : tableKey(names, meaning);
  if (names.length > 0 && !names.includes(''))
    yield { node: lastName(node), key, declares: use === 'create' };
}

function tableKey(names: readonly string[], meaning: TableUse['meaning']): string {
  if (meaning.kind === 'dataset') return keyOf('table', meaning.dataset.table);
  return keyOf('table', meaning.kind === 'definition' ? meaning.definition.name : names.join('.'));
}

function* ofPath({ node, resolution }: PathUse): Generator<Occurrence> {
  if (resolution.status !== 'found') return;
  const { qualifiers, source, column, fields } = resolution;
  const names = childrenOf(node, K.Name);
  const qualifier = names[qualifiers - 1];
  if (qualifier && source) yield { node: qualifier, key: keyOfSource(source), declares: false };
  const name = names[qualifiers];
  const key = keyOfColumn(column);
  if (name && key) yield { node: name, key, declares: false };
  for (const [index, field] of fields.entries()) {
    const fieldName = names[qualifiers + 1 + index];
    if (field && fieldName) yield { node: fieldName, key: field, declares: false };
  }
}

function* ofSelect(model: StatementModel, select: SelectUse): Generator<Occurrence> {
  const { frame } = select.rows;
  const sources = frame.kind === 'rows' ? frame.rows.sources : [];
  for (const item of select.projected.keys()) {
    const alias = childOf(item, K.Alias);
    const name = alias && childOf(alias, K.Name);
    if (name) yield { node: name, key: item, declares: true };
    if (item.kind === K.Star) yield* ofStar(model, item, sources);
  }
  for (const source of sources) {
    const name = aliasName(source);
    if (name) yield { node: name, key: source.node, declares: true };
  }
  yield* ofUsing(model, select.node, sources);
}

function* ofStar(model: StatementModel, star: SyntaxNode, sources: readonly Source[]): Generator<Occurrence> {
  const qualified = childOf(star, K.QualifiedName);
  const name = qualified && namesOf(model.statement, qualified).at(-1)?.toLowerCase();
  const source = qualified && sources.find((each) => each.qualifier.at(-1)?.toLowerCase() === name);
  if (qualified && source) yield { node: lastName(qualified), key: keyOfSource(source), declares: false };
  const columns = (source ? [source] : sources).flatMap(({ schema }) => schema.columns);
  for (const list of childrenOf(star, K.ColumnList)) {
    for (const each of childrenOf(list, K.Name)) yield* named(model.statement, each, columns);
  }
}

/** A name in USING stands for a column of each side. */
function* ofUsing(
  model: StatementModel,
  select: SyntaxNode,
  sources: readonly Source[],
): Generator<Occurrence> {
  const from = childOf(select, K.FromClause);
  const waiting = from ? [...from.children] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind !== K.Join && node.kind !== K.ParenRelation) continue;
    waiting.push(...node.children);
    const using = childOf(node, K.UsingClause);
    const list = using && childOf(using, K.ColumnList);
    for (const name of list ? childrenOf(list, K.Name) : []) {
      for (const { schema } of sources) yield* named(model.statement, name, schema.columns);
    }
  }
}

/** A bare name that stands for a column of these. */
function* named(statement: Statement, node: SyntaxNode, columns: readonly Column[]): Generator<Occurrence> {
  const [column] = columnsNamed({ columns, open: false }, nameOf(statement, node));
  const key = column && keyOfColumn(column);
  if (key) yield { node, key, declares: false };
}

function aliasName(source: Source): SyntaxNode | undefined {
  const alias = childOf(source.node, K.TableAlias);
  if (alias) return childOf(alias, K.Name);
  return source.node.kind === K.LateralView ? childOf(source.node, K.Name) : undefined;
}

/** An alias is a thing of its own; without one the qualifier is the table's name. */
function keyOfSource(source: Source): ThingKey {
  const { definition, dataset, node } = source;
  if (aliasName(source)) return node;
  if (definition?.kind === 'cte') return definition.node;
  const table = definition?.name ?? dataset?.table;
  return table === undefined ? node : keyOf('table', table);
}

function keyOfColumn(column: Column): ThingKey | undefined {
  const { origin } = column;
  switch (origin.kind) {
    case 'expression':
      return keyOfExpression(origin.meanings, origin.node, column);
    case 'definition':
      return origin.node;
    case 'columns': {
      const [first] = origin.columns;
      const sameName = first?.name.toLowerCase() === column.name.toLowerCase();
      return origin.node ?? (first && sameName ? keyOfColumn(first) : undefined);
    }
    case 'field':
    case 'builtin':
      return fieldOfColumn(column);
  }
}

function keyOfExpression(meanings: Meanings, node: SyntaxNode, column: Column): ThingKey | undefined {
  const alias = childOf(node, K.Alias);
  const list = alias && childOf(alias, K.ColumnList);
  const declared = node.kind === K.LateralView ? declaredNames(node) : list ? childrenOf(list, K.Name) : [];
  const own = declared.find((name) => nameOf(meanings.statement, name) === column.name);
  if (own ?? alias) return own ?? node;
  return fieldOfColumn(column);
}

function lastName(node: SyntaxNode): SyntaxNode {
  return childrenOf(node, K.Name).at(-1) ?? node;
}
