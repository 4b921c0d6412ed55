import { isUnknown, isNothing, isInterval } from '../../../analysis/types/builtinTypes';
import { isQuery } from '../../../analysis/expressionKinds';
import { columnItem } from '../../../analysis/query/columnItem';
import { canCast } from '../../../analysis/types/canCast';
import { fieldNamed } from '../../../catalog/catalog';
import type { DataType } from '../../../catalog/types';
import type { Column, Schema, StatementModel, WriteUse } from '../../../analysis/model';
import { columnsNamed } from '../../../analysis/schema';
import { nameOf } from '../../../analysis/names';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { typeInWords } from '../../render/shortType';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * Rows that do not fit the table they are inserted into: their number, their types, or the names of nested fields.
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
  const query = write.node.children.find(isQuery);
  const exchanged = exchangedColumns(wanted, given);
  for (const [index, column] of wanted.entries()) {
    const other = given[index];
    if (!other) continue;
    const path = `${column.name} of ${name}`;
    const at = rangeOf(model.statement, query ? columnItem(model, query, index) : place);
    const reason = unfit(path, column.type, other.type);
    const doubt =
      index === exchanged
        ? exchangedText(other.name, column.name, name)
        : strayField(path, column.type, other.type);
    if (reason !== undefined) yield { range: at, message: reason };
    else if (doubt !== undefined) yield { range: at, severity: 'warning', message: doubt };
  }
}

/** A field under a name that the column lacks, where others have the names of its fields. */
function strayField(column: string, wanted: DataType, given: DataType): string | undefined {
  if (wanted.kind === 'array' && given.kind === 'array')
    return strayField(column, wanted.element, given.element);
  if (wanted.kind !== 'struct' || given.kind !== 'struct') return undefined;
  const targets = given.fields.map(({ name }) => fieldNamed(wanted.fields, name));
  const stray = given.fields[targets.indexOf(undefined)];
  if (stray && targets.some((target) => target !== undefined))
    return `The column ${column} has no field ${stray.name}`;
  for (const [index, field] of given.fields.entries()) {
    const target = targets[index];
    const found = target && strayField(pathWithin(column, field.name), target.type, field.type);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pathWithin(column: string, field: string): string {
  return column.replace(/(?= of )/, `.${field}`);
}

/** The first of two columns that each have the name of the other's place: they go in by place, not by name. */
function exchangedColumns(wanted: readonly Column[], given: readonly Column[]): number | undefined {
  const names = (columns: readonly Column[]) =>
    columns.map(({ name, unnamed }) => (unnamed ? undefined : name.toLowerCase()));
  const [places, said] = [names(wanted), names(given)];
  const found = said.findIndex((name, index) => {
    const place = name === undefined || name === places[index] ? -1 : places.indexOf(name);
    return place >= 0 && said[place] !== name && said.includes(places[index]);
  });
  return found < 0 ? undefined : found;
}

function exchangedText(given: string, column: string, table: string): string {
  return `Columns go in by their order: ${given} goes into ${column} of ${table}. Select them in the order of the table, or list the columns behind its name`;
}

function counted(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}

/** Why values of a type cannot go into a column; `undefined` when they can, or when we cannot tell. */
function unfit(column: string, wanted: DataType, given: DataType): string | undefined {
  if (wanted.kind === 'struct' && given.kind === 'struct') return unfitFields(column, wanted, given);
  if (wanted.kind === 'array' && given.kind === 'array') return unfit(column, wanted.element, given.element);
  if (shapeOf(wanted) === shapeOf(given) && canCast(given, wanted)) return undefined;
  if (isUnknown(wanted) || isUnknown(given) || isNothing(given)) return undefined;
  return `The column ${column} is ${typeInWords(wanted)}, the query gives ${typeInWords(given)}`;
}

type Struct = Extract<DataType, { kind: 'struct' }>;

/** Fields go in by name. As many fields under other names may be meant to go in by place. */
function unfitFields(column: string, wanted: Struct, given: Struct): string | undefined {
  for (const field of given.fields) {
    const target = fieldNamed(wanted.fields, field.name);
    const path = pathWithin(column, field.name);
    if (target) {
      const reason = unfit(path, target.type, field.type);
      if (reason !== undefined) return reason;
    } else if (given.fields.length !== wanted.fields.length)
      return `The column ${column} has no field ${field.name}`;
  }
  return undefined;
}

function shapeOf(type: DataType): string {
  return type.kind === 'decimal' || isInterval(type) ? 'scalar' : type.kind;
}
