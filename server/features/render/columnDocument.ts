import { columnLineage } from '../../analysis/lineage/statementLineage';
import type { Column } from '../../analysis/model';
import { fieldOfColumn } from '../names/fieldOf';
import { fieldDocument } from './fieldDocument';
import { lineageLines } from './lineageDocument';

/** What is known of a column beside its type, as Markdown: its field, else where it comes from, and its labels. */
export function columnDocument(column: Column): string | undefined {
  const field = fieldOfColumn(column);
  const document = field && fieldDocument(field);
  const lines = lineageLines(columnLineage(column), field);
  return document === undefined && lines.length === 0
    ? undefined
    : [document ?? [], ...lines].flat().join('\n\n');
}
