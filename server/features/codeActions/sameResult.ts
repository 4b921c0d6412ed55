import type { Column, PathUse, Schema, StatementModel, TableUse } from '../../analysis/model';
import { printType } from '../../catalog/typeText';
import { countErrors } from './changedStatement';

/**
 * A statement gives the same columns as another, reads the same tables, and every name in the one stands for what the
 * like name in the other stands for: their order aside, as parts of the one may stand elsewhere in the other.
 */
export function sameResult(before: StatementModel, after: StatementModel): boolean {
  return (
    countErrors(after) <= countErrors(before) &&
    equal(outputs(before), outputs(after)) &&
    equal(before.tables.flatMap(tableText).sort(), after.tables.flatMap(tableText).sort()) &&
    equal([...before.paths.values()].map(pathText).sort(), [...after.paths.values()].map(pathText).sort())
  );
}

function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function outputs({ output, writes }: StatementModel): readonly string[] {
  return [output, ...writes.map((write) => write.output)].map((schema) => (schema ? schemaText(schema) : ''));
}

function schemaText({ columns, open }: Schema): string {
  return `${String(open)} ${columns.map(columnText).join(', ')}`;
}

/** The name that an expression without alias lends to its column follows its text. */
function columnText({ name, type, unnamed }: Column): string {
  return `${unnamed ? '' : name} ${printType(type)}`;
}

/** Reading a CTE or a subquery is the same, and so is not told. */
function tableText({ names, meaning, use }: TableUse): readonly string[] {
  if (meaning.kind === 'definition' && meaning.definition.kind === 'cte') return [];
  return [`${use} ${meaning.kind} ${names.join('.').toLowerCase()}`];
}

function pathText({ names, resolution }: PathUse): string {
  if (resolution.status !== 'found') return `${names.join('.')} ${resolution.status}`;
  const { column, from, type } = resolution;
  return `${names.join('.')} ${from} ${column.name} ${column.origin.kind} ${printType(type)}`;
}
