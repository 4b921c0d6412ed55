import { dataError } from '../../translate/functions/userError';
import { quoted } from '../../store/sqlText';

/** A double as SQL writes it, with all its digits: with an exponent it is never a decimal on the way. */
export function doubleSql(value: number): string {
  return Number.isFinite(value) ? value.toExponential() : `CAST(${quoted(String(value))} AS DOUBLE)`;
}

export function doublesSql(values: readonly number[]): string {
  return `CAST([${values.map(doubleSql).join(', ')}] AS DOUBLE[])`;
}

export function textsSql(values: readonly string[]): string {
  return `CAST([${values.map(quoted).join(', ')}] AS VARCHAR[])`;
}

/** Fails with a message once a row gets there; `value` is shown behind it. */
export function failure(message: string, value?: string): string {
  const shown = value === undefined ? '' : `, coalesce(CAST(${value} AS VARCHAR), 'NULL')`;
  return `error(concat(${quoted(dataError + message)}${shown}))`;
}

/** Each element of a vector changed by an expression of `x` and its place `i`, from 1 on. */
export function eachElement(vector: string, expression: string): string {
  return `list_transform(${vector}, lambda x, i: ${expression})`;
}
