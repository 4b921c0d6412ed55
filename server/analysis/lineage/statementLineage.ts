import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { isQuery } from '../expressionKinds';
import { nameOf } from '../names';
import { columnsNamed, schemaOf } from '../schema';
import type { Column, Schema, StatementModel, WriteUse } from '../model';
import type { Flow } from './flow';
import { queryOutput } from './queryOutput';
import { lineageWalker } from './walkLineage';

/** What becomes of the rows of a query. */
export type LineageKind =
  'query' | 'table' | 'view' | 'insert' | 'model' | 'audience' | 'copy' | 'variable' | 'prepared' | 'cursor';

/** A query of a statement that gives or writes rows, with where its columns come from. */
export interface QueryLineage {
  readonly kind: LineageKind;
  /** The statement, or the one inside a block, EXPLAIN or PREPARE. */
  readonly node: SyntaxNode;
  /** The Query. */
  readonly query: SyntaxNode;
  /** As it is written: what is made, or written to. */
  readonly target: string | undefined;
  readonly columns: readonly ColumnLineage[];
  /** The fields that decide which rows there are, and so have an influence on every column. */
  readonly rows: Flow;
  /** There may be more columns. */
  readonly open: boolean;
}

export interface ColumnLineage {
  readonly column: Column;
  /** The column of the table that an INSERT fills with it. */
  readonly into: string | undefined;
  readonly flow: Flow;
}

const cache = new WeakMap<StatementModel, readonly QueryLineage[]>();

/** The lineage of every query of a statement whose rows go somewhere; computed once for a model. */
export function statementLineage(model: StatementModel): readonly QueryLineage[] {
  let found = cache.get(model);
  if (!found) {
    found = [...lineagesIn(model, model.statement.root)];
    cache.set(model, found);
  }
  return found;
}

/** Where a column, or the part of it that a path of names leads to, comes from. */
export function columnLineage(column: Column, path: readonly string[] = []): Flow {
  return lineageWalker().column(column, path);
}

const kinds: Partial<Record<K, LineageKind>> = {
  [K.QueryStatement]: 'query',
  [K.CreateTable]: 'table',
  [K.CreateView]: 'view',
  [K.Insert]: 'insert',
  [K.CreateModel]: 'model',
  [K.UpdateModel]: 'model',
  [K.CreateAudience]: 'audience',
  [K.Copy]: 'copy',
  [K.Set]: 'variable',
  [K.DeclareCursor]: 'cursor',
};

const around: readonly K[] = [
  K.Block,
  K.BlockStatement,
  K.If,
  K.ElseIf,
  K.ElseBranch,
  K.ExceptionHandler,
  K.Prepare,
];

function* lineagesIn(model: StatementModel, parent: SyntaxNode): Generator<QueryLineage> {
  for (const node of parent.children) {
    const kind = kinds[node.kind];
    const query = kind && node.children.find(isQuery);
    if (query) yield lineageOf(model, node, query, parent.kind === K.Prepare ? 'prepared' : kind);
    else if (around.includes(node.kind)) yield* lineagesIn(model, node);
  }
}

function lineageOf(
  model: StatementModel,
  node: SyntaxNode,
  query: SyntaxNode,
  kind: LineageKind,
): QueryLineage {
  const walker = lineageWalker();
  const write = model.writes.find((each) => each.node === node || each.node === query);
  const output = write?.output ?? queryOutput(model, query);
  const columns = (output?.columns ?? []).map((column, index) => ({
    column,
    into: kind === 'insert' && write ? insertedInto(model, write, index) : undefined,
    flow: walker.column(column, []),
  }));
  return {
    ...{ node, query, columns },
    kind: kind === 'query' && write ? 'table' : kind,
    target: targetOf(model, node, query),
    rows: walker.rows(model, query),
    open: output?.open ?? true,
  };
}

function targetOf(model: StatementModel, node: SyntaxNode, query: SyntaxNode): string | undefined {
  const select = childOf(query, K.Select);
  const into = node.kind === K.QueryStatement && select ? childOf(select, K.IntoClause) : undefined;
  const holder = node.parent?.kind === K.Prepare ? node.parent : (into ?? node);
  const qualified = childOf(holder, K.QualifiedName) ?? childOf(holder, K.Variable);
  const name = childOf(holder, K.Name);
  if (qualified) return textOf(model.statement, qualified);
  return name && nameOf(model.statement, name);
}

/** The column that the value at a place of the query goes to. */
function insertedInto(model: StatementModel, write: WriteUse, index: number): string | undefined {
  const named = write.columns[index];
  const schema = targetSchema(write);
  if (!named) return write.columns.length > 0 ? undefined : schema?.columns[index]?.name;
  const name = nameOf(model.statement, named);
  return (schema && columnsNamed(schema, name)[0]?.name) ?? name;
}

function targetSchema({ table }: WriteUse): Schema | undefined {
  const meaning = table?.meaning;
  if (meaning?.kind === 'dataset') return schemaOf(meaning.dataset);
  return meaning?.kind === 'definition' ? meaning.schema : undefined;
}
