import type { DataType } from '../../../catalog/types';
import { printType } from '../../../catalog/typeText';
import { identifier } from '../../store/sqlText';
import { duckdbType, isScalar, isVoid, nestedDuckdbType } from '../duckdbType';
import { plainTextOf } from '../functions/nestedText';

/** An SQL expression for DuckDB. */
type Sql = string;

/**
 * A struct, an array or a map as another type of its kind: fields go by their place, where DuckDB goes by their names,
 * and what is in them is converted as Spark does it. `undefined` where a type is not known or the kinds differ.
 */
export function nestedCast(value: Sql, from: DataType, to: DataType, depth = 0): Sql | undefined {
  if (isVoid(from)) return typedNull(to);
  if (printType(from) === printType(to)) return value;
  if (from.kind === 'struct' && to.kind === 'struct') return structCast(value, from, to, depth);
  const item = `__cast${depth}`;
  if (from.kind === 'array' && to.kind === 'array') {
    const inner = nestedCast(item, from.element, to.element, depth + 1);
    return inner && `list_transform(${value}, lambda ${item}: ${inner})`;
  }
  if (from.kind === 'map' && to.kind === 'map') {
    const key = nestedCast(`(${item}).key`, from.key, to.key, depth + 1);
    const entry = nestedCast(`(${item}).value`, from.value, to.value, depth + 1);
    const entries = `list_transform(map_entries(${value}), lambda ${item}: {key: ${key}, value: ${entry}})`;
    return key && entry && `CASE WHEN ${value} IS NOT NULL THEN map_from_entries(${entries}) END`;
  }
  return scalarCast(value, from, to);
}

function structCast(
  value: Sql,
  from: Extract<DataType, { readonly kind: 'struct' }>,
  to: Extract<DataType, { readonly kind: 'struct' }>,
  depth: number,
): Sql | undefined {
  if (from.fields.length !== to.fields.length) return undefined;
  const fields = to.fields.map((field, index) => {
    const source = from.fields[index];
    const cast =
      source && nestedCast(`(${value}).${identifier(source.name)}`, source.type, field.type, depth);
    return cast && `${identifier(field.name)}: ${cast}`;
  });
  return fields.includes(undefined)
    ? undefined
    : `CASE WHEN ${value} IS NOT NULL THEN {${fields.join(', ')}} END`;
}

const macros: Readonly<Record<string, string>> = {
  byte: 'spark.to_tinyint',
  short: 'spark.to_smallint',
  int: 'spark.to_int',
  long: 'spark.to_bigint',
  float: 'spark.to_float',
  double: 'spark.to_double',
  boolean: 'spark.to_boolean',
  date: 'spark.to_date',
  timestamp: 'spark.to_timestamp',
};

function scalarCast(value: Sql, from: DataType, to: DataType): Sql | undefined {
  if (isScalar(to, 'string'))
    return duckdbType(from) === undefined ? plainTextOf(value, from) : `spark.to_string(${value})`;
  if (duckdbType(from) === undefined) return undefined;
  if (to.kind === 'decimal') {
    const isExact = from.kind === 'decimal' || isScalar(from, 'byte', 'short', 'int', 'long');
    return `TRY_CAST(${isExact ? value : `spark.decimal_text(${value})`} AS ${duckdbType(to)})`;
  }
  if (isScalar(to, 'binary')) return isScalar(from, 'string') ? `encode(${value})` : undefined;
  const macro = to.kind === 'scalar' ? macros[to.name] : undefined;
  return macro && `${macro}(${value})`;
}

function typedNull(to: DataType): Sql | undefined {
  const name = nestedDuckdbType(to);
  return name && `CAST(NULL AS ${name})`;
}
