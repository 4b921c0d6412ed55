import type { Row } from '../../client/results/messages';

/** Rows as tab-separated text that spreadsheets read; SQL null is an empty field. */
export function tsv(rows: readonly Row[], header?: readonly string[]): string {
  const lines = rows.map((row) => row.map((cell) => field(cell ?? '')).join('\t'));
  return (header ? [header.map(field).join('\t'), ...lines] : lines).join('\n');
}

/** Quoted only when the text would otherwise break the table. */
function field(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
