import {
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBTypeId,
  type DuckDBType,
} from '@duckdb/node-api';
import { identifier, quoted } from '../store/sqlText';
import { sparkType } from '../values/sparkType';
import type { Leaf } from './leaves';

export function isComplex(type: DuckDBType): boolean {
  return type instanceof DuckDBListType || type instanceof DuckDBMapType;
}

/** A query for the statistics of columns, one a row, in one pass over `source`. */
export function statisticsQuery(leaves: readonly Leaf[], source: string, filter: string | undefined): string {
  const where = filter === undefined ? '' : ` WHERE ${filter}`;
  const rows = leaves.map(statisticsOf).join(', ');
  return `SELECT unnest([${rows}], max_depth := 2) FROM (SELECT * FROM ${source}${where})`;
}

/** Columns that are no numbers have zeros where only numbers have something. */
function statisticsOf({ path, type }: Leaf): string {
  const column = path.map(identifier).join('.');
  const number = (call: string): string =>
    isNumber(type) ? `CAST(${call}(${column}) AS DOUBLE)` : '0.0::DOUBLE';
  return `{
    'columnName': ${quoted(path.join('.').toLowerCase())},
    'mean': ${number('avg')},
    'max': ${number('max')},
    'min': ${number('min')},
    'standardDeviation': ${number('stddev_samp')},
    'approxDistinctCount': CAST(approx_count_distinct(${column}) AS BIGINT),
    'nullCount': CAST(count(*) - count(${column}) AS BIGINT),
    'dataType': ${quoted(sparkType(type))}}`;
}

function isNumber(type: DuckDBType): boolean {
  return type instanceof DuckDBDecimalType || numbers.has(type.typeId);
}

const numbers: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);
