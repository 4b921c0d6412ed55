import type { Cell } from '../../protocol/engine';
import type { MakeRowWriter } from './rowWriter';

/** Quoting of RFC 4180, as in exported files: null is nothing, the empty text is `""`. */
export const csvRows: MakeRowWriter = (columns) => ({
  head: () => line(columns.map((column) => column.name)),
  rows: (rows) => rows.map(line).join(''),
  tail: () => '',
});

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  return cell === '' || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
