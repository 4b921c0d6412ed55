import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import type { Field } from '../../catalog/types';
import { identifier, quoted } from '../store/sqlText';
import { separated, type Fragment } from './fragment';
import { argumentsOf, calledName, stringValue, wholeNumber } from './nodes';
import { notSupported } from './refusal';
import type { Translation } from './translation';

/** A query that makes the rows of a generator function, with the names of its columns. */
export interface GeneratedRows {
  readonly sql: Fragment;
  readonly columns: readonly string[];
}

/** A column of a generator function: an expression that gives as many rows as those beside it. */
interface GeneratedColumn {
  readonly name: string;
  readonly sql: Fragment;
}

/** The rows of `explode(array)` and its kin. */
export function generatedRows(t: Translation, call: SyntaxNode): GeneratedRows {
  if (calledName(t.statement, call) === 'range') return range(t, call);
  const columns = generatedColumns(t, call);
  if (!columns) {
    const name = calledName(t.statement, call);
    throw notSupported(t.statement, call, name === '' ? 'this table function' : name);
  }
  const list = separated(
    columns.map(({ sql }) => sql),
    ', ',
    t.statement.tokens.starts[call.first] as number,
  );
  return { sql: t.make(call)`SELECT ${list}`, columns: columns.map(({ name }) => name) };
}

/** The columns of a generator function, to stand in a SELECT; `undefined` for a call of another function. */
export function generatedColumns(t: Translation, call: SyntaxNode): readonly GeneratedColumn[] | undefined {
  if (call.kind !== NodeKind.FunctionCall || childOf(call, NodeKind.OverClause)) return undefined;
  const name = calledName(t.statement, call);
  const generator = generators[name.replace(/_outer$/, '')];
  if (!generator) return undefined;
  const columns = generator(t, call);
  if (!columns) throw notSupported(t.statement, call, `${name} with these arguments`);
  const isOuter = name.endsWith('_outer');
  const [first] = columns;
  // The outer forms give one row of nulls for an array without elements.
  const rows = (list: Fragment): Fragment =>
    isOuter && first ? t.make(call)`CASE WHEN len(${first.sql}) > 0 THEN ${list} ELSE [NULL] END` : list;
  const isRow = name === 'json_tuple';
  return columns.map((column) => ({
    name: column.name,
    sql: isRow ? column.sql : t.make(call)`unnest(${rows(column.sql)})`,
  }));
}

/** The lists whose elements are the rows of a column; `undefined` for arguments that are not understood. */
type Generator = (t: Translation, call: SyntaxNode) => readonly GeneratedColumn[] | undefined;

const generators: Readonly<Record<string, Generator>> = {
  explode,
  posexplode: (t, call) => {
    const columns = explode(t, call);
    const [first] = columns ?? [];
    if (!columns || !first) return undefined;
    const places = t.make(call)`CAST(range(len(${first.sql})) AS INTEGER[])`;
    return [{ name: 'pos', sql: places }, ...columns];
  },
  inline: inlined,
  stack,
  json_tuple: jsonTuple,
};

function explode(t: Translation, call: SyntaxNode): readonly GeneratedColumn[] | undefined {
  const [argument, ...more] = argumentsOf(call);
  if (!argument || more.length > 0) return undefined;
  const value = t.emit(argument);
  return t.environment.typeOf(argument)?.kind === 'map'
    ? [
        { name: 'key', sql: t.make(call)`map_keys(${value})` },
        { name: 'value', sql: t.make(call)`map_values(${value})` },
      ]
    : [{ name: 'col', sql: value }];
}

/** inline(array of structs): a column for each field */
function inlined(t: Translation, call: SyntaxNode): readonly GeneratedColumn[] | undefined {
  const [argument, ...more] = argumentsOf(call);
  const type = argument && t.environment.typeOf(argument);
  if (!argument || more.length > 0 || type?.kind !== 'array' || type.element.kind !== 'struct')
    return undefined;
  const array = t.emit(argument);
  return type.element.fields.map((field: Field) => ({
    name: field.name,
    sql: t.make(call)`list_transform(${array}, lambda __item: __item.${identifier(field.name)})`,
  }));
}

/** stack(n, value, ...): the values in n rows, the last one filled up with nulls */
function stack(t: Translation, call: SyntaxNode): readonly GeneratedColumn[] | undefined {
  const [count, ...values] = argumentsOf(call);
  const rows = Number(wholeNumber(t.statement, count) ?? 0n);
  if (rows < 1 || values.length === 0) return undefined;
  const width = Math.ceil(values.length / rows);
  const at = t.statement.tokens.starts[call.first] as number;
  return Array.from({ length: width }, (_, column) => {
    const cells = Array.from({ length: rows }, (_row, row) => {
      const value = values[row * width + column];
      return value ? t.emit(value) : t.make(call)`NULL`;
    });
    return { name: `col${column}`, sql: t.make(call)`[${separated(cells, ', ', at)}]` };
  });
}

/** json_tuple(text, key, ...): one row with a column for each key */
function jsonTuple(t: Translation, call: SyntaxNode): readonly GeneratedColumn[] | undefined {
  const [text, ...keys] = argumentsOf(call);
  const names = keys.map((key) => stringValue(t.statement, key));
  if (!text || keys.length === 0 || names.includes(undefined)) return undefined;
  const json = t.emit(text);
  return names.map((name, index) => ({
    name: `c${index}`,
    sql: t.make(call)`spark_get_json_object(${json}, ${quoted(`$.${name as string}`)})`,
  }));
}

/** range(end) | range(start, end) | range(start, end, step) */
function range(t: Translation, call: SyntaxNode): GeneratedRows {
  const values = argumentsOf(call).map((argument) => t.emit(argument));
  const [first, ...rest] = values;
  if (!first || values.length > 3) throw notSupported(t.statement, call, 'range with these arguments');
  const list = rest.reduce((all, value) => t.make(call)`${all}, ${value}`, first);
  return { sql: t.make(call)`SELECT range FROM range(${list})`, columns: ['id'] };
}
