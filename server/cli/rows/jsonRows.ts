import { uniqueNames } from '../../base/uniqueNames';
import type { Cell, ResultColumn, Row } from '../../protocol/engine';
import type { MakeRowWriter } from './rowWriter';

/** One array of objects. */
export const jsonRows: MakeRowWriter = (columns) => {
  const object = objectWriter(columns);
  let separator = '\n';
  return {
    head: () => '[',
    rows: (rows) =>
      rows
        .map((row) => {
          const text = separator + object(row);
          separator = ',\n';
          return text;
        })
        .join(''),
    tail: () => '\n]\n',
  };
};

/** One object a line. */
export const ndjsonRows: MakeRowWriter = (columns) => {
  const object = objectWriter(columns);
  return { head: () => '', rows: (rows) => rows.map((row) => `${object(row)}\n`).join(''), tail: () => '' };
};

function objectWriter(columns: readonly ResultColumn[]): (row: Row) => string {
  const names = uniqueNames(columns.map((column) => column.name));
  const keys = names.map((name) => JSON.stringify(name));
  const values = columns.map(valueWriter);
  return (row) => {
    const members = row.map((cell, index) => `${keys[index]}:${values[index]?.(cell) ?? 'null'}`);
    return `{${members.join(',')}}`;
  };
}

/** Numbers keep all their digits; those that JSON has no word for are texts. */
function valueWriter(column: ResultColumn): (cell: Cell) => string {
  const { type, align, nested } = column;
  if (nested) return (cell) => cell?.replace(/[\r\n]+/g, ' ') ?? 'null';
  if (type === 'boolean') return (cell) => cell ?? 'null';
  if (align === 'right')
    return (cell) => (cell !== null && !jsonNumber.test(cell) ? JSON.stringify(cell) : (cell ?? 'null'));
  return (cell) => JSON.stringify(cell);
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
