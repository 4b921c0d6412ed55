import type { Cell, ResultColumn, Row } from '../../protocol/engine';
import { textWidth } from '../textWidth';
import type { MakeRowWriter } from './rowWriter';

/** Longer cells are cut in a table; the other formats show all of them. */
const widest = 60;

/** An aligned table for people. The first rows decide how wide the columns are. */
export const tableRows: MakeRowWriter = (columns, { isTerminal }) => {
  const nullText = isTerminal ? '\u001b[2mNULL\u001b[22m' : 'NULL';
  let widths: readonly number[] = [];
  const line = (row: Row): string => {
    const cells = columns.map((column, index) => {
      const cell = row[index] ?? null;
      const text = cell === null ? nullText : shown(cell);
      const width = cell === null ? 'NULL'.length : textWidth(text);
      return padded(text, (widths[index] ?? 0) - width, column.align);
    });
    return `${cells.join(' | ').trimEnd()}\n`;
  };
  return {
    head: (first) => {
      widths = columns.map((column, index) => columnWidth(column, index, first));
      const rule = widths.map((width) => '-'.repeat(width)).join('-+-');
      const names = columns.map(({ name, align }, index) => {
        const text = shown(name);
        return padded(text, (widths[index] ?? 0) - textWidth(text), align);
      });
      return `${names.join(' | ').trimEnd()}\n${rule}\n`;
    },
    rows: (rows) => rows.map(line).join(''),
    tail: () => '',
  };
};

function columnWidth({ name }: ResultColumn, index: number, rows: readonly Row[]): number {
  const cells = rows.map((row) => cellWidth(row[index] ?? null));
  return cells.reduce((most, width) => Math.max(most, width), textWidth(shown(name)));
}

function cellWidth(cell: Cell): number {
  return cell === null ? 'NULL'.length : textWidth(shown(cell));
}

/** One line without control characters, which could do things to the terminal. */
function shown(text: string): string {
  const short = text.length > widest ? `${cut(text)}…` : text;
  return short
    .replace(/\r\n|\n/g, '↵')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}/gu, '�');
}

/** Not in the middle of a character that takes two units. */
function cut(text: string): string {
  const end = widest - 1;
  return text.slice(0, (text.codePointAt(end - 1) as number) > 0xffff ? end - 1 : end);
}

function padded(text: string, missing: number, align: ResultColumn['align']): string {
  const space = ' '.repeat(Math.max(missing, 0));
  return align === 'right' ? space + text : text + space;
}
