import {
  DuckDBArrayType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  type DuckDBArrayValue,
  type DuckDBListValue,
  type DuckDBMapValue,
  type DuckDBStructValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { scalarText, type ToText } from './scalarText';

/**
 * Query Service's text of nested values: a struct is `(a,NULL)`, an array `{a,b}`, a map `[key -> a]`; a nested value
 * in a struct or map is quoted, and so is a text that would read as something else, as PostgreSQL does it.
 */
export function compositeText(type: DuckDBType): ToText {
  if (type instanceof DuckDBStructType) return structText(type);
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) return arrayText(type);
  if (type instanceof DuckDBMapType) return mapText(type);
  return scalarText(type);
}

function structText(type: DuckDBStructType): ToText {
  const fields = type.entryNames.map((name, index) => ({
    name,
    text: member(type.entryTypes[index] as DuckDBType),
  }));
  return (value) => {
    const { entries } = value as DuckDBStructValue;
    return `(${fields.map(({ name, text }) => text(entries[name] ?? null)).join(',')})`;
  };
}

function arrayText(type: DuckDBListType | DuckDBArrayType): ToText {
  const nested = isNested(type.valueType);
  const inner = compositeText(type.valueType);
  const text = (item: DuckDBValue): string =>
    item === null ? 'NULL' : nested ? inner(item) : plain(inner(item));
  return (value) => `{${(value as DuckDBListValue | DuckDBArrayValue).items.map(text).join(',')}}`;
}

function mapText(type: DuckDBMapType): ToText {
  const key = member(type.keyType);
  const item = member(type.valueType);
  return (value) => {
    const entries = (value as DuckDBMapValue).entries.map(
      (entry) => `${key(entry.key)} -> ${item(entry.value)}`,
    );
    return `[${entries.join(', ')}]`;
  };
}

/** A value within a struct or map. */
function member(type: DuckDBType): ToText {
  const nested = isNested(type);
  const text = compositeText(type);
  return (value) => {
    if (value === null) return 'NULL';
    return nested ? quoted(text(value)) : plain(text(value));
  };
}

const nestedTypes = [DuckDBStructType, DuckDBListType, DuckDBArrayType, DuckDBMapType];

/** Of a type that is made up of others. */
export function isNested(type: DuckDBType): boolean {
  return nestedTypes.some((nested) => type instanceof nested);
}

function plain(text: string): string {
  return text === '' || text === 'NULL' || /[(){}[\],"\\]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '""')}"`;
}
