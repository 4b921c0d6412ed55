import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBListType,
  DuckDBTypeId,
  FLOAT,
  INTEGER,
  SMALLINT,
  TIMESTAMP,
  VARCHAR,
  type DuckDBType,
} from '@duckdb/node-api';
import { oids } from './pgType';

/** How the bytes of a parameter are read. */
export type ParameterKind =
  | { readonly kind: 'scalar'; readonly form: ScalarForm; readonly type: DuckDBType }
  /** The type of a decimal is that of its digits. */
  | { readonly kind: 'decimal' }
  | { readonly kind: 'array'; readonly element: ParameterKind };

export type ScalarForm = 'boolean' | 'integer' | 'number' | 'date' | 'timestamp' | 'binary' | 'text';

const scalar = (form: ScalarForm, type: DuckDBType): ParameterKind => ({ kind: 'scalar', form, type });
const array = (element: ParameterKind): ParameterKind => ({ kind: 'array', element });

export const textKind = scalar('text', VARCHAR);
const decimal: ParameterKind = { kind: 'decimal' };

const ofOid: Readonly<Record<number, ParameterKind>> = {
  [oids.bool]: scalar('boolean', BOOLEAN),
  [oids.int2]: scalar('integer', SMALLINT),
  [oids.int4]: scalar('integer', INTEGER),
  [oids.int8]: scalar('integer', BIGINT),
  [oids.float4]: scalar('number', FLOAT),
  [oids.float8]: scalar('number', DOUBLE),
  [oids.numeric]: decimal,
  [oids.date]: scalar('date', DATE),
  [oids.timestamp]: scalar('timestamp', TIMESTAMP),
  [oids.timestamptz]: scalar('timestamp', TIMESTAMP),
  [oids.bytea]: scalar('binary', BLOB),
  [oids.text]: textKind,
  [oids.varchar]: textKind,
};

/** PostgreSQL's numbers of the array types, with those of their elements. */
const elementOids: Readonly<Record<number, number>> = {
  1000: oids.bool,
  1001: oids.bytea,
  1005: oids.int2,
  1007: oids.int4,
  1009: oids.text,
  1015: oids.varchar,
  1016: oids.int8,
  1021: oids.float4,
  1022: oids.float8,
  1115: oids.timestamp,
  1182: oids.date,
  1185: oids.timestamptz,
  1231: oids.numeric,
};

/** The kind of a type that a client declared; `undefined` for one that there is not here. */
export function kindOfOid(oid: number): ParameterKind | undefined {
  const elementOid = elementOids[oid];
  if (elementOid === undefined) return ofOid[oid];
  const element = ofOid[elementOid];
  return element && array(element);
}

/** The kind of a type that a statement expects; text for what has no form of its own. */
export function kindOfType(type: DuckDBType): ParameterKind {
  if (type instanceof DuckDBListType) return array(kindOfType(type.valueType));
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return scalar('boolean', type);
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
      // What does not fit the type that is expected is for the statement to judge.
      return scalar('integer', BIGINT);
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return scalar('number', DOUBLE);
    case DuckDBTypeId.DATE:
      return scalar('date', type);
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return scalar('timestamp', TIMESTAMP);
    case DuckDBTypeId.BLOB:
      return scalar('binary', type);
    default:
      return textKind;
  }
}
