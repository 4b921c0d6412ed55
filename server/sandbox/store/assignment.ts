import {
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
  type DuckDBType,
} from '@duckdb/node-api';
import { sparkType } from '../values/sparkType';

/**
 * Why values of one type cannot be stored as another one; `undefined` when they can. As in Spark, numbers may become
 * other numbers, days and times each other, and everything plain a text; fields of structs are found by their names.
 */
export function assignmentProblem(from: DuckDBType, to: DuckDBType, path: string): string | undefined {
  if (from.typeId === DuckDBTypeId.SQLNULL) return undefined;
  if (from instanceof DuckDBStructType && to instanceof DuckDBStructType) {
    return structProblem(from, to, path);
  }
  if (from instanceof DuckDBListType && to instanceof DuckDBListType) {
    return assignmentProblem(from.valueType, to.valueType, `${path}.element`);
  }
  if (from instanceof DuckDBMapType && to instanceof DuckDBMapType) {
    return (
      assignmentProblem(from.keyType, to.keyType, `${path}.key`) ??
      assignmentProblem(from.valueType, to.valueType, `${path}.value`)
    );
  }
  return isAssignable(from, to)
    ? undefined
    : `${path} is of type ${sparkType(to)}, and the query gives ${sparkType(from)}`;
}

function structProblem(from: DuckDBStructType, to: DuckDBStructType, path: string): string | undefined {
  const targets = new Map(
    to.entryNames.map((name, index) => [name.toLowerCase(), to.entryTypes[index] as DuckDBType]),
  );
  for (const [index, name] of from.entryNames.entries()) {
    const target = targets.get(name.toLowerCase());
    const problem = target
      ? assignmentProblem(from.entryTypes[index] as DuckDBType, target, `${path}.${name}`)
      : `${path} has no field ${name}`;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isAssignable(from: DuckDBType, to: DuckDBType): boolean {
  if (from.typeId === to.typeId) return true;
  if (to.typeId === DuckDBTypeId.VARCHAR) return !isNested(from);
  return (isNumber(from) && isNumber(to)) || (isTime(from) && isTime(to));
}

function isNested(type: DuckDBType): boolean {
  return type instanceof DuckDBStructType || type instanceof DuckDBListType || type instanceof DuckDBMapType;
}

function isNumber(type: DuckDBType): boolean {
  return type instanceof DuckDBDecimalType || numbers.has(type.typeId);
}

const numbers: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

function isTime(type: DuckDBType): boolean {
  return times.has(type.typeId);
}

const times: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.DATE,
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
  DuckDBTypeId.TIMESTAMP_TZ,
]);
