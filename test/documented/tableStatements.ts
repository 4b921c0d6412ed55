import { printType } from '../../server/catalog/typeText';
import type { DataType, Dataset, Field } from '../../server/catalog/types';

const rowsOfAWrite = 200;

/** The databases and schemas that the names of the tables need. */
export function groupsOf(datasets: readonly Dataset[]): readonly string[] {
  const databases = new Set<string>();
  const schemas = new Set<string>();
  for (const { table } of datasets) {
    const parts = table.split('.');
    if (parts.length > 1) databases.add(parts[0] as string);
    if (parts.length > 2) schemas.add(parts.slice(0, 2).join('.'));
  }
  return [
    ...[...databases].map((name) => `CREATE DATABASE ${name}`),
    ...[...schemas].map((name) => `CREATE SCHEMA ${name}`),
  ];
}

/**
 * Makes a table, or a view, with the columns of a data set, and fills it in so many writes. A qualified name whose last
 * part is made already is put into its schema: a table has one name in the whole.
 */
export function tableStatements(
  { table, kind, columns }: Dataset,
  { writes, made }: { readonly writes: number; readonly made: ReadonlySet<string> },
): readonly string[] {
  const parts = table.split('.');
  const last = parts.at(-1) as string;
  if (parts.length > 1 && made.has(last.toLowerCase())) {
    return [`ALTER ${kind === 'view' ? 'VIEW' : 'TABLE'} ${last} ADD SCHEMA ${parts.slice(0, -1).join('.')}`];
  }
  const name = table
    .split('.')
    .map((part) => (/^table$/i.test(part) ? `\`${part}\`` : part))
    .join('.');
  const rows = (first: number): string =>
    `SELECT ${columns.map(column).join(', ')} FROM range(${first}, ${first + rowsOfAWrite})`;
  if (kind === 'view') return [`CREATE VIEW ${name} AS ${rows(0)}`];
  return Array.from({ length: writes }, (_, write) =>
    write === 0 ? `CREATE TABLE ${name} AS ${rows(0)}` : `INSERT INTO ${name} ${rows(write * rowsOfAWrite)}`,
  );
}

/** Some rows lack what has parts of its own; numbers and texts are always there, as models want them. */
function column(field: Field, index: number): string {
  const value = valueOf(field.name, field.type, field.enum);
  const present = isPlain(field.type) ? value : `CASE WHEN id % 11 <> ${index % 11} THEN ${value} END`;
  return `${present} AS ${quoted(field.name)}`;
}

function valueOf(name: string, type: DataType, known: readonly string[] = []): string {
  switch (type.kind) {
    case 'struct':
      return `named_struct(${type.fields
        .map((field) => `'${field.name}', ${valueOf(field.name, field.type, field.enum)}`)
        .join(', ')})`;
    case 'array':
      return `array(${valueOf(name, type.element)})`;
    case 'map':
      return `map('ECID', ${valueOf(name, type.value)})`;
    case 'scalar':
    case 'decimal':
    case 'unknown':
      return `CAST(${scalarValue(name, printType(type), known)} AS ${printType(type)})`;
  }
}

function scalarValue(name: string, type: string, known: readonly string[]): string {
  switch (type) {
    case 'string':
      return known.length > 0
        ? `element_at(array(${known.map((text) => `'${text.replaceAll("'", "\\'")}'`).join(', ')}), CAST(1 + id % ${known.length} AS int))`
        : `concat('${name} ', id % 17)`;
    case 'timestamp':
      return `timestamp_seconds(1563840000 + id * 3600)`;
    case 'date':
      return `date_add(date '2023-01-01', CAST(id % 365 AS int))`;
    case 'boolean':
      return `id % 2 = 0`;
    default:
      return `id % 100`;
  }
}

function isPlain({ kind }: DataType): boolean {
  return kind !== 'struct' && kind !== 'array' && kind !== 'map';
}

function quoted(name: string): string {
  return `\`${name}\``;
}
