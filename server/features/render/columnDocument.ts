import type { Column } from '../../analysis/model';
import { fieldOfColumn } from '../names/fieldOf';
import { fieldDocument } from './fieldDocument';

/** What is known of a column beside its type, as Markdown. */
export function columnDocument(column: Column): string | undefined {
  const field = fieldOfColumn(column);
  return field && fieldDocument(field);
}
