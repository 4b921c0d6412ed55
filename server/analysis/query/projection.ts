import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { pathType } from '../expression/path';
import { expressionIn } from '../expressionKinds';
import { hasDeclassifications } from '../lineage/declassifications';
import { nameOf, namesOf } from '../names';
import { openSchema } from '../schema';
import type { Walker } from '../walker';
import { checkAliases } from './checkAliases';
import { checkNames } from './checkNames';
import { columnsOf, columnsOfStar } from './star';
import type { Column, Rows, Schema, Scope, Source } from '../model';

/** The columns that a Projection or Star of the select list makes. */
export function projectedColumns(walker: Walker, item: SyntaxNode, scope: Scope, rows: Rows): Schema {
  return item.kind === K.Star
    ? starColumns(walker, item, scope, rows)
    : projectionColumns(walker, item, scope);
}

function projectionColumns(walker: Walker, item: SyntaxNode, scope: Scope): Schema {
  const expression = expressionIn(item);
  if (!expression) return openSchema;
  const typed = walker.expression(expression, scope);
  const names = aliasNames(walker, item);
  const generated = walker.model.calls.get(expression)?.rows;
  if (generated) {
    checkAliases(walker, childOf(item, K.Alias), generated, names.length);
    return generatedColumns(walker, item, generated, names);
  }
  const isEnd = hasDeclassifications(walker.statement);
  const passed = names.length === 0 && !isEnd ? passedColumn(walker, expression) : undefined;
  if (passed) return { columns: [passed], open: false };
  const [alias] = names;
  const own = alias ?? lastName(walker, expression);
  const column: Column = {
    name: own ?? textOf(walker.statement, expression),
    type: typed.type,
    nullable: typed.nullable,
    origin: { kind: 'expression', meanings: walker.model, node: item },
    ...(own === undefined && { unnamed: true }),
  };
  return { columns: [column], open: alias === undefined && isMistaken(walker, expression) };
}

/** Without the mistake the column might have another name, or be several. */
function isMistaken(walker: Walker, expression: SyntaxNode): boolean {
  const call = walker.model.calls.get(expression);
  if (call) return call.signature === undefined;
  return walker.model.paths.get(expression)?.resolution.status === 'missing';
}

function aliasNames(walker: Walker, item: SyntaxNode): readonly string[] {
  const alias = childOf(item, K.Alias);
  if (!alias) return [];
  const list = childOf(alias, K.ColumnList);
  return namesOf(walker.statement, list ?? alias);
}

/** A function that gives rows: its columns become columns of the select, under new names when told. */
function generatedColumns(
  walker: Walker,
  item: SyntaxNode,
  generated: Schema,
  names: readonly string[],
): Schema {
  const columns = generated.columns.map((column, index): Column => {
    const name = names[index] ?? column.name;
    return { ...column, name, origin: { kind: 'expression', meanings: walker.model, node: item } };
  });
  return { columns, open: generated.open };
}

/** A plain column without alias is passed on as the attribute that it is, unless usage labels may end at it. */
function passedColumn(walker: Walker, expression: SyntaxNode): Column | undefined {
  const resolution = walker.model.paths.get(expression)?.resolution;
  if (resolution?.status !== 'found' || resolution.fields.length > 0 || resolution.from !== 'rows')
    return undefined;
  const { column, nullable } = resolution;
  return nullable === column.nullable ? column : { ...column, nullable };
}

/** The name that an expression lends to its column: of a path or field access, the last one. */
function lastName(walker: Walker, expression: SyntaxNode): string | undefined {
  if (expression.kind !== K.Path && expression.kind !== K.FieldAccess) return undefined;
  const name = childrenOf(expression, K.Name).at(-1);
  return name && nameOf(walker.statement, name);
}

function starColumns(walker: Walker, item: SyntaxNode, scope: Scope, rows: Rows): Schema {
  const all = starSource(walker, item, scope, rows);
  const lists = childrenOf(item, K.ColumnList);
  for (const list of lists) checkNames(walker, list, all, 'The star');
  const left = new Set(
    lists.flatMap((list) => namesOf(walker.statement, list)).map((name) => name.toLowerCase()),
  );
  const replaced = new Map<string, Column>();
  for (const projection of childrenOf(item, K.Projection)) {
    for (const column of projectionColumns(walker, projection, scope).columns) {
      replaced.set(column.name.toLowerCase(), column);
    }
  }
  if (left.size === 0 && replaced.size === 0) return all;
  const columns = all.columns
    .filter((column) => !left.has(column.name.toLowerCase()))
    .map((column) => replaced.get(column.name.toLowerCase()) ?? column);
  return { columns, open: all.open };
}

/** `*`, `t.*`, or `column.*` for the fields of a struct. */
function starSource(walker: Walker, item: SyntaxNode, scope: Scope, rows: Rows): Schema {
  const qualifier = childOf(item, K.QualifiedName);
  if (!qualifier) {
    return { columns: columnsOfStar(rows), open: rows.sources.some((source) => source.schema.open) };
  }
  const names = namesOf(walker.statement, qualifier);
  const source = rows.sources.find((each) => isCalled(each, names));
  if (source) return { columns: columnsOf(source), open: source.schema.open };
  const { type } = pathType(walker, qualifier, scope);
  if (type.kind !== 'struct') return openSchema;
  const columns = type.fields.map((field): Column => ({
    name: field.name,
    type: field.type,
    nullable: true,
    origin: { kind: 'expression', meanings: walker.model, node: qualifier },
  }));
  return { columns, open: false };
}

function isCalled(source: Source, names: readonly string[]): boolean {
  const tail = source.qualifier.slice(-names.length);
  return (
    tail.length === names.length &&
    tail.every((part, index) => part.toLowerCase() === names[index]?.toLowerCase())
  );
}
