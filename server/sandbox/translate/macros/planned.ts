import { unsupportedError } from '../functions/userError';

// DuckDB knows `typeof` of an argument when it plans and drops the branches for other types; a TRY_CAST that cannot be
// is null, not an error, so every branch can be planned for every type.

const wholeTypes = `'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'`;

export function isWhole(name: string): string {
  return `typeof(${name}) IN (${wholeTypes})`;
}

/** A whole number or a decimal. */
export function isExact(name: string): string {
  return `(${isWhole(name)} OR typeof(${name}) LIKE 'DECIMAL%')`;
}

export function isNested(name: string): string {
  return `(typeof(${name}) LIKE '%[]' OR typeof(${name}) LIKE 'STRUCT%' OR typeof(${name}) LIKE 'MAP%')`;
}

/** Fails when it is reached. DuckDB drops it when the branch is for other types. */
export function unsupported(what: string): string {
  return `error('${unsupportedError}${what}')`;
}
