import { parseType } from '../../server/catalog/typeText';
import type { DataType } from '../../server/catalog/types';
import type { RecordedColumn, RecordedValue } from './recording';

type Row = readonly RecordedValue[];

/**
 * Whether two results are the same, row by row where the query sorts, else in any order. Floating-point numbers may
 * differ in the last digits, which hang on the order of the additions.
 */
export function sameRows(
  columns: readonly RecordedColumn[],
  ordered: boolean,
  recorded: readonly Row[],
  actual: readonly Row[],
): boolean {
  if (recorded.length !== actual.length) return false;
  const types = columns.map(([, type]) => parseType(type));
  const [one, other] = ordered ? [recorded, actual] : [sorted(types, recorded), sorted(types, actual)];
  return one.every((row, at) =>
    row.every((value, column) => same(types[column] as DataType, value, other[at]?.[column])),
  );
}

function sorted(types: readonly DataType[], rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({
    row,
    key: JSON.stringify(row.map((value, at) => rounded(types[at], value))),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function rounded(type: DataType | undefined, value: RecordedValue): RecordedValue {
  return type && isFloating(type) && typeof value === 'string' ? Number(value).toPrecision(9) : value;
}

function same(type: DataType, recorded: RecordedValue, actual: RecordedValue | undefined): boolean {
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual) || recorded.length !== actual.length) return false;
    return recorded.every((item, at) => same(memberType(type, at), item, actual[at] as RecordedValue));
  }
  if (recorded === actual) return true;
  return (
    isFloating(type) && typeof recorded === 'string' && typeof actual === 'string' && close(recorded, actual)
  );
}

/** The type of an item of an array, a field of a struct, a key or value of a pair of a map. */
function memberType(type: DataType, at: number): DataType {
  switch (type.kind) {
    case 'array':
      return type.element;
    case 'struct':
      return type.fields[at]?.type ?? type;
    case 'map':
      return {
        kind: 'struct',
        fields: [
          { name: 'key', type: type.key },
          { name: 'value', type: type.value },
        ],
      };
    case 'scalar':
    case 'decimal':
    case 'unknown':
      return type;
  }
}

function isFloating(type: DataType): boolean {
  return type.kind === 'scalar' && (type.name === 'double' || type.name === 'float');
}

function close(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  if (Object.is(x, y)) return true;
  return Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y));
}
