import { findDataset } from '../../catalog/catalog';
import { parseType } from '../../catalog/typeText';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn, isQuery } from '../expressionKinds';
import { isDynamic, nameOf, namesOf } from '../names';
import { renamed } from '../query/relation';
import { openSchema, schemaOf } from '../schema';
import { emptyScope, within } from '../scope';
import type { Walker } from '../walker';
import { isTemporary } from './isTemporary';
import { newTable } from './target';
import type { Column, Definition, Schema } from '../model';

/** CREATE TABLE, as a query gives it or with its columns spelled out. */
export function createTable(walker: Walker, node: SyntaxNode): void {
  const output = queryOutput(walker, node);
  const transform = childOf(node, K.TransformClause);
  const made = transform ? transformedColumns(walker, transform, output ?? openSchema) : [];
  const definitions = childOf(node, K.ColumnDefinitions);
  const given = output ?? (definitions ? definedColumns(walker, definitions) : openSchema);
  const schema = { ...given, columns: [...given.columns, ...made] };
  const name = childOf(node, K.QualifiedName);
  define(walker, name, 'table', hasIfNotExists(walker, node) ? orExisting(walker, name, schema) : schema);
  write(walker, node, name, output);
}

export function createView(walker: Walker, node: SyntaxNode): void {
  const output = queryOutput(walker, node);
  const list = childOf(node, K.ColumnList);
  const schema = output ?? openSchema;
  const name = childOf(node, K.QualifiedName);
  define(walker, name, 'view', list ? renamed(walker.statement, schema, list) : schema);
  write(walker, node, name, output);
}

export function createAudience(walker: Walker, node: SyntaxNode): void {
  const output = queryOutput(walker, node);
  const name = childOf(node, K.QualifiedName);
  define(walker, name, 'audience', output ?? openSchema);
  write(walker, node, name, output);
}

/** SELECT ... INTO table makes a table; false when the query has no INTO. */
export function selectInto(walker: Walker, query: SyntaxNode, output: Schema): boolean {
  const select = childOf(query, K.Select);
  const into = select && childOf(select, K.IntoClause);
  const name = into && childOf(into, K.QualifiedName);
  if (!name) return false;
  define(walker, name, 'table', output);
  write(walker, query, name, output);
  return true;
}

/** The columns of the query of a statement. */
export function queryOutput(walker: Walker, node: SyntaxNode): Schema | undefined {
  const query = node.children.find(isQuery);
  return query && walker.query(query, emptyScope);
}

/** TRANSFORM (f(a) x, g(x) y): each sees the query's columns and the names before it. */
export function transformedColumns(walker: Walker, clause: SyntaxNode, output: Schema): readonly Column[] {
  const made: Column[] = [];
  for (const projection of childrenOf(clause, K.Projection)) {
    const expression = expressionIn(projection);
    const alias = childOf(projection, K.Alias);
    const name = alias && childOf(alias, K.Name);
    if (!expression) continue;
    const aliases = { kind: 'aliases', columns: { columns: [...made], open: false } } as const;
    const scope = within(within(emptyScope, { kind: 'aliases', columns: output }), aliases);
    const typed = walker.expression(expression, scope);
    if (!name) continue;
    const { statement } = walker;
    const origin = { kind: 'expression', meanings: walker.model, node: projection } as const;
    made.push({ name: nameOf(statement, name), type: typed.type, nullable: typed.nullable, origin });
  }
  return made;
}

export function definedColumns(walker: Walker, node: SyntaxNode): Schema {
  const { statement } = walker;
  const columns = childrenOf(node, K.ColumnDefinition).flatMap((definition): readonly Column[] => {
    const name = childOf(definition, K.Name);
    const type = childOf(definition, K.TypeName);
    if (!name) return [];
    return [
      {
        name: nameOf(statement, name),
        type: parseType(type ? textOf(statement, type) : 'unknown'),
        nullable: ownToken(statement, definition, T.NOT) < 0,
        origin: { kind: 'definition', statement, node: name },
      },
    ];
  });
  return { columns, open: columns.length === 0 };
}

function define(
  walker: Walker,
  name: SyntaxNode | undefined,
  kind: Definition['kind'],
  schema: Schema,
): void {
  if (!name || isDynamic(walker.statement, name)) return;
  const { statement } = walker;
  walker.model.define({
    ...{
      kind,
      name: namesOf(statement, name).join('.'),
      statement,
      node: name,
      schema,
      meanings: walker.model,
    },
    ...(name.parent && isTemporary(statement, name.parent) && { temporary: true }),
  });
}

function write(
  walker: Walker,
  node: SyntaxNode,
  name: SyntaxNode | undefined,
  output: Schema | undefined,
): void {
  const table = name && newTable(walker, name);
  walker.model.writes.push({ node, table, output, columns: [] });
}

function hasIfNotExists(walker: Walker, node: SyntaxNode): boolean {
  return ownToken(walker.statement, node, T.EXISTS) >= 0;
}

/** Where the table may have been there before, it is as the catalog says, or as the query makes it. */
function orExisting(walker: Walker, name: SyntaxNode | undefined, schema: Schema): Schema {
  const dataset = name && findDataset(walker.catalog, namesOf(walker.statement, name));
  return dataset ? { ...schemaOf(dataset), open: true } : schema;
}
