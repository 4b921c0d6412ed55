import type { SyntaxNode } from '../../sql/node';
import type { Fragment } from './fragment';
import { argumentsOf, calledName } from './nodes';
import { notSupported } from './refusal';
import type { Translation } from './translation';

/** A query that makes the rows of a generator function, with the names of its columns. */
export interface GeneratedRows {
  readonly sql: Fragment;
  readonly columns: readonly string[];
}

/** The rows of `explode(array)` and its kin. */
export function generatedRows(t: Translation, call: SyntaxNode): GeneratedRows {
  const lower = calledName(t.statement, call);
  const [argument, ...more] = argumentsOf(call);
  if (lower === 'range') return range(t, call);
  if (!argument || more.length > 0) throw notSupported(t.statement, call, lower);
  const value = t.emit(argument);
  switch (lower) {
    case 'explode':
    case 'explode_outer':
      return { sql: t.make(call)`SELECT unnest(${outer(t, call, value, lower)})`, columns: ['col'] };
    case 'posexplode':
    case 'posexplode_outer': {
      const array = outer(t, call, value, lower);
      const positions = t.make(call)`unnest(range(CAST(len(${array}) AS BIGINT)))`;
      return {
        sql: t.make(call)`SELECT CAST(${positions} AS INTEGER), unnest(${array})`,
        columns: ['pos', 'col'],
      };
    }
    default:
      throw notSupported(t.statement, call, lower === '' ? 'this table function' : lower);
  }
}

/** The outer forms give one row of null for an array without elements. */
function outer(t: Translation, call: SyntaxNode, value: Fragment, name: string): Fragment {
  return name.endsWith('_outer')
    ? t.make(call)`CASE WHEN len(${value}) > 0 THEN ${value} ELSE [NULL] END`
    : value;
}

/** range(end) | range(start, end) | range(start, end, step) */
function range(t: Translation, call: SyntaxNode): GeneratedRows {
  const values = argumentsOf(call).map((argument) => t.emit(argument));
  const [first, ...rest] = values;
  if (!first || values.length > 3) throw notSupported(t.statement, call, 'range with these arguments');
  const list = rest.reduce((all, value) => t.make(call)`${all}, ${value}`, first);
  return { sql: t.make(call)`SELECT range FROM range(${list})`, columns: ['id'] };
}
