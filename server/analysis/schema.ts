import type { Dataset, DataType } from '../catalog/types';
import { bigint, string } from './types/builtinTypes';
import type { Column, Schema, TableMeaning } from './model';

export const openSchema: Schema = { columns: [], open: true };

const schemas = new WeakMap<Dataset, Schema>();

export function schemaOf(dataset: Dataset): Schema {
  let schema = schemas.get(dataset);
  if (!schema) {
    const columns = dataset.columns.map((field): Column => ({
      name: field.name,
      type: field.type,
      nullable: true,
      origin: { kind: 'field', dataset, field },
    }));
    schema = { columns, open: false };
    schemas.set(dataset, schema);
  }
  return schema;
}

/** The columns of what a name of a table means; `undefined` where we do not know it. */
export function meantSchema(meaning: TableMeaning): Schema | undefined {
  return meaning.kind === 'dataset' || meaning.kind === 'definition' ? meaning.schema : undefined;
}

const indexes = new WeakMap<readonly Column[], ReadonlyMap<string, readonly Column[]>>();

/** Short lists are searched, as most live no longer than an index of them would take to make. */
const indexedFrom = 24;

/** The columns of a name, without regard to case. */
export function columnsNamed(schema: Schema, name: string): readonly Column[] {
  const key = name.toLowerCase();
  const { columns } = schema;
  return columns.length < indexedFrom ? searched(columns, key) : (indexOf(columns).get(key) ?? []);
}

function searched(columns: readonly Column[], key: string): readonly Column[] {
  const found: Column[] = [];
  for (const column of columns) {
    const fits = column.name.length === key.length && column.name.toLowerCase() === key;
    if (fits && !found.includes(column)) found.push(column);
  }
  return found;
}

function indexOf(columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> {
  let index = indexes.get(columns);
  if (!index) {
    const built = new Map<string, Column[]>();
    for (const column of columns) {
      const key = column.name.toLowerCase();
      const same = built.get(key);
      if (!same) built.set(key, [column]);
      else if (!same.includes(column)) same.push(column);
    }
    index = built;
    indexes.set(columns, index);
  }
  return index;
}

function builtinColumn(name: string, type: DataType): Column {
  return { name, type, nullable: true, origin: { kind: 'builtin' } };
}

/** Columns that every data set has and `*` does not show. */
export const systemColumns: Schema = {
  columns: [
    builtinColumn('_acp_system_metadata', {
      kind: 'struct',
      fields: [
        { name: 'acp_sourceBatchId', type: string },
        { name: 'commitBatchId', type: string },
        { name: 'trackingId', type: string },
        { name: 'rowId', type: string },
        { name: 'rowVersion', type: bigint },
        { name: 'ingestTime', type: bigint },
        { name: 'isDeleted', type: { kind: 'scalar', name: 'boolean' } },
      ],
    }),
    builtinColumn('_ACP_BATCHID', string),
    builtinColumn('_ACP_DATE', { kind: 'scalar', name: 'date' }),
  ],
  open: false,
};
