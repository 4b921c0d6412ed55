import type { ResultColumn, Row } from '../../client/results/messages';

const narrowest = 64;
const widest = 380;
/** Room for padding and the line between columns. */
const padding = 26;

/** Pixels for each column, from its header and the first rows; `measure` gives the width of a text in the grid's font. */
export function columnWidths(
  columns: readonly ResultColumn[],
  rows: readonly Row[],
  measure: (text: string) => number,
): readonly number[] {
  return columns.map((column, index) => {
    const header = measure(column.name) + measure(column.type) + 10;
    const longest = rows.reduce(
      (widest, row) => (length(row[index]) > length(widest) ? (row[index] ?? '') : widest),
      '',
    );
    return Math.round(Math.max(narrowest, Math.min(widest, Math.max(header, measure(longest)) + padding)));
  });
}

function length(cell: string | null | undefined): number {
  return cell?.length ?? 0;
}
