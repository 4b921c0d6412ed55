import type { FetchedColumn } from '../runs/fetchedResult';
import type { StoredResult } from '../store/storedResult';
import { uniqueNames } from '../../base/uniqueNames';
import { nestedCast } from './nestedCast';

/** What a format makes of values that have no one form. */
export type ColumnStyle = 'text' | 'json' | 'typed';

/** The select list of an export: the columns of the stored table under their names, in the form of the format. */
export async function exportColumns(
  columns: readonly FetchedColumn[],
  stored: StoredResult,
  style: ColumnStyle,
): Promise<string> {
  // Formats need names that differ.
  const names = uniqueNames(columns.map((column) => column.name));
  const list = columns.map(async (column, index) => {
    const expression = await expressionOf(column, index, stored, style);
    return `${expression} AS ${quoted(names[index] as string)}`;
  });
  return (await Promise.all(list)).join(', ');
}

async function expressionOf(
  { type: { values } }: FetchedColumn,
  index: number,
  stored: StoredResult,
  style: ColumnStyle,
): Promise<string> {
  const column = `c${index}`;
  switch (values.kind) {
    case 'number':
      return numberExpression(column, stored, style);
    case 'float32':
    case 'float64':
      return stored.isText(index) ? column : floatExpression(column, style);
    case 'nested':
      if (style === 'json') return `CAST(${column} AS JSON)`;
      return style === 'typed' && values.type ? (nestedCast(column, values.type) ?? column) : column;
    default:
      return column;
  }
}

/** A 32-bit number goes by its shortest text, else JSON would show the digits of the 64-bit number next to it. */
function floatExpression(column: string, style: ColumnStyle): string {
  if (style === 'typed') return column;
  const special = `CASE WHEN isnan(${column}) THEN 'NaN' WHEN ${column} > 0 THEN 'Infinity' ELSE '-Infinity' END`;
  const finite = `CAST(${column} AS VARCHAR)`;
  return style === 'text'
    ? `CASE WHEN isfinite(${column}) THEN ${finite} WHEN ${column} IS NOT NULL THEN ${special} END`
    : `CASE WHEN isfinite(${column}) THEN to_json(CAST(${finite} AS DOUBLE)) WHEN ${column} IS NOT NULL THEN to_json(${special}) END`;
}

const mostDigits = 38;

/** A number without limits becomes a decimal of as many digits as there are; as text it stays when they are too many. */
async function numberExpression(column: string, stored: StoredResult, style: ColumnStyle): Promise<string> {
  if (style === 'text') return column;
  const measured = await stored.query(
    `SELECT max(length(ltrim(split_part(${column}, '.', 1), '-'))),
            max(length(split_part(${column}, '.', 2))),
            count(${column}) FILTER (NOT regexp_full_match(${column}, '-?[0-9]+([.][0-9]+)?'))
     FROM ${stored.table}`,
  );
  const [whole, fraction, odd] = (measured[0] ?? []).map(Number) as [number, number, number];
  const fits = odd === 0 && whole + fraction <= mostDigits;
  return fits ? `CAST(${column} AS DECIMAL(${Math.max(whole + fraction, 1)}, ${fraction}))` : column;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
