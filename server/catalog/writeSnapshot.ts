import { printType } from './typeText';
import type { DataType, Dataset, Field, ScalarName, Snapshot } from './types';

/**
 * The text of a catalog snapshot: one column a line and tables in order of name, so that a diff of two snapshots
 * reads well. The names of types are those of the format (`long`), not of SQL (`bigint`).
 */
export function writeSnapshot(snapshot: Snapshot): string {
  const { sandbox, tenant, takenAt, datasets, extra } = snapshot;
  const entries = Object.entries({ version: 1, sandbox, tenant, takenAt, ...extra })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const tables = [...datasets].sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0));
  const list = tables.length === 0 ? '[]' : `[\n${tables.map(writeDataset).join(',\n')}\n  ]`;
  return `{\n${[...entries, `  "datasets": ${list}`].join(',\n')}\n}\n`;
}

function writeDataset(dataset: Dataset): string {
  const { columns, extra, ...head } = dataset;
  const entries = Object.entries({ ...head, ...extra }).map(
    ([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const lines = columns.map((column) => `        ${JSON.stringify(jsonOfField(column))}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n      ]`;
  return `    {\n${[...entries, `      "columns": ${list}`].join(',\n')}\n    }`;
}

function jsonOfField(field: Field): unknown {
  const { name, type, extra, ...rest } = field;
  return { name, type: jsonOfType(type), ...rest, ...extra };
}

function jsonOfType(type: DataType): unknown {
  switch (type.kind) {
    case 'scalar':
      return type.name satisfies ScalarName;
    case 'struct':
      return { struct: type.fields.map(jsonOfField) };
    case 'array':
      return { array: jsonOfType(type.element) };
    case 'map':
      return { map: [jsonOfType(type.key), jsonOfType(type.value)] };
    case 'decimal':
    case 'unknown':
      return printType(type);
  }
}
