import type { XdmProperty } from '../../platform/xdm';

/** A table, or the composite type of a struct in one, as PostgreSQL's catalog describes it. */
export interface CatalogRelation {
  readonly oid: number;
  readonly name: string;
  readonly kind: 'table' | 'view' | 'composite';
  readonly columns: readonly CatalogColumn[];
}

export interface CatalogColumn {
  readonly name: string;
  readonly typeOid: number;
}

/** A type that is not one of PostgreSQL's own. */
export interface CatalogType {
  readonly oid: number;
  /** As `\d` shows it. */
  readonly name: string;
  /** The composite type's relation; 0 for others. */
  readonly relationOid: number;
  /** The type of the elements; 0 for others. */
  readonly elementOid: number;
}

export interface CatalogContents {
  readonly relations: readonly CatalogRelation[];
  readonly types: readonly CatalogType[];
}

export interface DescribedTable {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly columns: Readonly<Record<string, XdmProperty>>;
}

/** Above the numbers that `NestedTypes` gives. */
const firstOid = 1_000_000;

const scalarOids: Readonly<Record<string, number>> = {
  string: 25,
  boolean: 16,
  byte: 21,
  short: 21,
  int: 23,
  long: 20,
  double: 701,
  date: 1082,
  'date-time': 1114,
};

/**
 * Tables with their columns; the struct in a column is a composite type named `<table>_<column>`, as the Platform
 * names it, and an array of them is `<table>_<column>_e[]`.
 */
export function catalogContents(tables: readonly DescribedTable[]): CatalogContents {
  const relations: CatalogRelation[] = [];
  const types: CatalogType[] = [];
  let lastOid = firstOid;
  const nextOid = (): number => ++lastOid;
  const map = addType(types, { oid: nextOid(), name: 'anymap', relationOid: 0, elementOid: 0 });

  const typeOf = (name: string, property: XdmProperty): number => {
    if (property.properties) return composite(name, property.properties);
    if (property.items) {
      const elementOid = typeOf(`${name}_e`, property.items);
      const element = types.find(({ oid }) => oid === elementOid)?.name ?? scalarName(elementOid);
      return addType(types, { oid: nextOid(), name: `${element}[]`, relationOid: 0, elementOid });
    }
    if (typeof property.additionalProperties === 'object') return map;
    return scalarOids[property['meta:xdmType'] ?? property.type ?? ''] ?? 25;
  };
  const columnsOf = (
    name: string,
    properties: Readonly<Record<string, XdmProperty>>,
  ): readonly CatalogColumn[] =>
    Object.entries(properties).map(([column, property]) => ({
      name: column.toLowerCase(),
      typeOid: typeOf(`${name}_${column}`.toLowerCase(), property),
    }));
  const composite = (name: string, properties: Readonly<Record<string, XdmProperty>>): number => {
    const relationOid = nextOid();
    relations.push({ oid: relationOid, name, kind: 'composite', columns: columnsOf(name, properties) });
    return addType(types, { oid: nextOid(), name, relationOid, elementOid: 0 });
  };
  for (const { name, kind, columns } of tables) {
    relations.push({ oid: nextOid(), name, kind, columns: columnsOf(name, columns) });
  }
  return { relations, types };
}

function addType(types: CatalogType[], type: CatalogType): number {
  types.push(type);
  return type.oid;
}

/** PostgreSQL's names of the scalar types, by their numbers. */
export const scalarNames: Readonly<Record<number, string>> = {
  16: 'boolean',
  17: 'bytea',
  20: 'bigint',
  21: 'smallint',
  23: 'integer',
  25: 'text',
  114: 'json',
  700: 'real',
  701: 'double precision',
  1043: 'character varying',
  1082: 'date',
  1114: 'timestamp',
  1184: 'timestamp with time zone',
  1700: 'numeric',
};

function scalarName(oid: number): string {
  return scalarNames[oid] ?? 'text';
}
