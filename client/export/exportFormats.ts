import type { ExportFormat } from '../../server/protocol/engine';

/** The file formats that can be chosen, in the order of the dialog; the first is proposed. */
export const exportFormats = [
  { format: 'parquet', extension: 'parquet', title: 'Parquet' },
  { format: 'csv', extension: 'csv', title: 'CSV' },
  { format: 'json', extension: 'json', title: 'JSON (one array)' },
  { format: 'ndjson', extension: 'ndjson', title: 'JSON lines' },
] as const satisfies readonly {
  readonly format: ExportFormat;
  readonly extension: string;
  readonly title: string;
}[];

/** The format that a file's name asks for; undefined when it asks for none of them. */
export function exportFormatOf(file: string): ExportFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  if (extension === 'jsonl') return 'ndjson';
  return exportFormats.find((each) => each.extension === extension)?.format;
}

/** A name for the file of a result, from the title of its tab: `training_set.fsql (2)` gives `training_set_2`. */
export function exportFileStem(title: string): string {
  const stem = title
    .replace(/\.(feature\.sql|fsql|sql)\b/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return stem || 'result';
}
