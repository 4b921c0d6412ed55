import { isUnknown, isNothing, isInterval } from '../../../analysis/types/builtinTypes';
import { printType } from '../../../catalog/typeText';
import type { DataType } from '../../../catalog/types';
import type { Column, Schema, StatementModel, WriteUse } from '../../../analysis/model';
import { columnsNamed } from '../../../analysis/schema';
import { nameOf } from '../../../analysis/names';
import { expressionIn } from '../../../analysis/expressionKinds';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';
import { selectsOf } from '../time/origins';

/**
 * Rows that do not fit the table they are inserted into: their number, or a nested column where a single one is.
 *
 * Why: columns go in by their order, and the insert fails or fills the wrong ones.
 * What to do: select the table's columns in their order, nested ones as struct(... AS name).
 *
 *     INSERT INTO stores SELECT city FROM open_stores
 */
export const insertMismatch: Rule = { code: 'insert-mismatch', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const write of model.writes) {
    const target = write.node.kind === NodeKind.Insert ? targetOf(write) : undefined;
    if (!target || !write.output || target.open || write.output.open) continue;
    const wanted = namedColumns(model, write, target);
    if (wanted) yield* compare(model, write, wanted, write.output.columns);
  }
}

function targetOf({ table }: WriteUse): Schema | undefined {
  const meaning = table?.meaning;
  return meaning?.kind === 'dataset' || meaning?.kind === 'definition' ? meaning.schema : undefined;
}

/** The columns that rows go into; `undefined` where the list names one that the table lacks. */
function namedColumns(model: StatementModel, write: WriteUse, target: Schema): readonly Column[] | undefined {
  if (write.columns.length === 0) return target.columns;
  const found = write.columns.flatMap((name) =>
    columnsNamed(target, nameOf(model.statement, name)).slice(0, 1),
  );
  return found.length === write.columns.length ? found : undefined;
}

function* compare(
  model: StatementModel,
  write: WriteUse,
  wanted: readonly Column[],
  given: readonly Column[],
): Generator<Finding> {
  const name = write.table?.names.join('.') ?? '';
  const place = childOf(write.node, NodeKind.QualifiedName) ?? write.node;
  const range = rangeOf(model.statement, place);
  if (wanted.length !== given.length) {
    yield { range, message: `${name} takes ${counted(wanted.length)}, the query gives ${given.length}` };
    return;
  }
  for (const [index, column] of wanted.entries()) {
    const other = given[index];
    if (!other || sameShape(column.type, other.type)) continue;
    const item = itemAt(model, write, index);
    yield {
      range: item ? rangeOf(model.statement, item) : range,
      message: `The column ${column.name} of ${name} is of type ${printType(column.type)}, the query gives ${printType(other.type)}`,
    };
  }
}

/** What the query's first select gives at a place: the value, or the star that it comes from. */
function itemAt(model: StatementModel, { node }: WriteUse, place: number): SyntaxNode | undefined {
  const query = childOf(node, NodeKind.Query);
  const [select] = query ? selectsOf(query) : [];
  const items = select && model.selects.get(select)?.projected;
  const item = [...(items ?? [])].flatMap(([each, columns]) => columns.map(() => each))[place];
  return item && (expressionIn(item) ?? item);
}

function counted(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}

/** Single values fit single values here: how they are turned into each other is not judged. */
function sameShape(a: DataType, b: DataType): boolean {
  if ([a, b].some((type) => isUnknown(type) || isNothing(type) || isInterval(type))) return true;
  const shape = (type: DataType) => (type.kind === 'decimal' ? 'scalar' : type.kind);
  return shape(a) === shape(b);
}
