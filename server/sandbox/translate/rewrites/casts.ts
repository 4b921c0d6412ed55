import type { DataType } from '../../../catalog/types';
import { parseType } from '../../../catalog/typeText';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { duckdbType, isInterval, isScalar, isVoid } from '../duckdbType';
import { intervalText } from './intervals';
import type { Fragment } from '../fragment';
import { identifier } from '../../store/sqlText';
import { nameOf, ownTokens } from '../nodes';
import { once } from '../functions/jsonFunctions';
import { plainTextOf } from '../functions/nestedText';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import { knownConversion } from './knownConversion';
import { nestedCast } from './nestedCast';

/** CAST and `::`: what cannot be converted is null, numbers are cut off, texts are trimmed, as in Spark. */
export function cast(t: Translation, node: SyntaxNode): Fragment {
  const type = childOf(node, NodeKind.TypeName);
  const [value] = node.children;
  if (!type || !value || value === type) return t.copy(node);
  return castTo(t, node, t.emit(value), type);
}

function castTo(t: Translation, node: SyntaxNode, value: Fragment, type: SyntaxNode): Fragment {
  const name = baseName(t, type);
  const conversion = type.children.length > 0 ? undefined : conversions[name];
  const from = node.children[0] && t.environment.typeOf(node.children[0]);
  if (isInterval(from)) return castInterval(t, node, value, { type: from.text, to: conversion });
  if (name === 'binary' && isScalar(from, 'string')) return t.make(node)`encode(${value})`;
  const nested = conversion === 'spark.to_string' ? nestedText(t, node, value) : undefined;
  const structure =
    nested ?? castStructure(t, node, value, { from, to: parseType(textOf(t.statement, type)) });
  if (structure) return structure;
  if (conversion) return conversionTo(t, node, value, { from, to: conversion });
  if (isDecimal(name) && isExact(from)) return t.make(node)`TRY_CAST(${value} AS ${t.emit(type)})`;
  // From its text, as Spark does it: a double such as 1.005 is a little less than what it shows.
  if (isDecimal(name)) return t.make(node)`TRY_CAST(spark.decimal_text(${value}) AS ${t.emit(type)})`;
  return t.make(node)`TRY_CAST(${value} AS ${t.emit(type)})`;
}

/** A value by a macro of `conversions`, or without it where the types alone tell how. */
export function conversionTo(
  t: Translation,
  node: SyntaxNode,
  value: Fragment,
  { from, to }: { readonly from: DataType | undefined; readonly to: string },
): Fragment {
  const type = parseType(to.slice('spark.to_'.length));
  const around = type.kind === 'scalar' ? knownConversion(from, type.name) : undefined;
  return around ? t.make(node)`${around[0]}${value}${around[1]}` : t.make(node)`${to}(${value})`;
}

/** A nested value as another of its kind. */
function castStructure(
  t: Translation,
  node: SyntaxNode,
  value: Fragment,
  { from, to }: { readonly from: DataType | undefined; readonly to: DataType },
): Fragment | undefined {
  if (!from || duckdbType(to) !== undefined || duckdbType(from) !== undefined || isVoid(from))
    return undefined;
  const cast = nestedCast('whole', from, to);
  return cast === undefined ? undefined : once(t.make(node), value, cast);
}

/** An interval becomes a text; what it is as a number depends on its units. */
function castInterval(
  t: Translation,
  node: SyntaxNode,
  value: Fragment,
  { type, to }: { readonly type: string; readonly to: string | undefined },
): Fragment {
  if (to === 'spark.to_string') return intervalText(t, node, value, type);
  throw notSupported(t.statement, node, 'a cast of an interval');
}

/** The text of a struct, an array or a map. */
function nestedText(t: Translation, node: SyntaxNode, value: Fragment): Fragment | undefined {
  const type = node.children[0] && t.environment.typeOf(node.children[0]);
  if (type?.kind !== 'struct' && type?.kind !== 'array' && type?.kind !== 'map') return undefined;
  const text = plainTextOf('whole', type);
  return text === undefined ? undefined : once(t.make(node), value, text);
}

/** Macros by the type that they convert to; they are also Spark's functions of the same names. */
export const conversions: Readonly<Record<string, string>> = {
  byte: 'spark.to_tinyint',
  tinyint: 'spark.to_tinyint',
  short: 'spark.to_smallint',
  smallint: 'spark.to_smallint',
  int: 'spark.to_int',
  integer: 'spark.to_int',
  long: 'spark.to_bigint',
  bigint: 'spark.to_bigint',
  float: 'spark.to_float',
  real: 'spark.to_float',
  double: 'spark.to_double',
  boolean: 'spark.to_boolean',
  string: 'spark.to_string',
  varchar: 'spark.to_string',
  text: 'spark.to_string',
  date: 'spark.to_date',
  timestamp: 'spark.to_timestamp',
};

/** Types under Spark's names that DuckDB knows by others; the rest are the same. */
const typeNames: Readonly<Record<string, string>> = {
  byte: 'TINYINT',
  short: 'SMALLINT',
  long: 'BIGINT',
  string: 'VARCHAR',
  text: 'VARCHAR',
  binary: 'BLOB',
  datetime: 'TIMESTAMP',
  timestamp_ntz: 'TIMESTAMP',
  timestamp_ltz: 'TIMESTAMP',
};

/** `array<T>` is `T[]`, `struct<a:T>` is `STRUCT(a T)`, a decimal without size has ten digits. */
export function typeName(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  const [first, second] = node.children;
  switch (words[0]) {
    case T.ARRAY:
      return first ? t.make(node)`${t.emit(first)}[]` : notAType(t, node);
    case T.MAP:
      return first && second ? t.make(node)`MAP(${t.emit(first)}, ${t.emit(second)})` : notAType(t, node);
    case T.STRUCT:
      return structType(t, node);
    case T.INTERVAL:
      throw notSupported(t.statement, node, 'a cast to an interval');
    default: {
      const name = baseName(t, node);
      if (isDecimal(name) && !words.includes(T.OpenParen)) return t.make(node)`DECIMAL(10, 0)`;
      const renamed = typeNames[name];
      return renamed === undefined ? t.copy(node) : t.make(node)`${renamed}`;
    }
  }
}

function structType(t: Translation, node: SyntaxNode): Fragment {
  const fields = node.children
    .filter(({ kind }) => kind === NodeKind.StructField)
    .map((field) => structField(t, field));
  const list = fields.reduce((all, field) => t.make(node)`${all}, ${field}`);
  return t.make(node)`STRUCT(${list})`;
}

function structField(t: Translation, field: SyntaxNode): Fragment {
  const name = childOf(field, NodeKind.Name);
  const type = childOf(field, NodeKind.TypeName);
  if (!name || !type) return notAType(t, field);
  return t.make(field)`${identifier(nameOf(t.statement, name))} ${t.emit(type)}`;
}

/** Whole numbers and decimals, which DuckDB converts as Spark does. */
function isExact(type: DataType | undefined): boolean {
  return type?.kind === 'decimal' || isScalar(type, 'byte', 'short', 'int', 'long');
}

function isDecimal(name: string): boolean {
  return /^(decimal|numeric|dec)$/.test(name);
}

function baseName(t: Translation, type: SyntaxNode): string {
  return (/^\w+/.exec(textOf(t.statement, type))?.[0] ?? '').toLowerCase();
}

function notAType(t: Translation, node: SyntaxNode): never {
  throw notSupported(t.statement, node, 'this type');
}
