import { quoted } from '../store/sqlText';

/**
 * SQL expressions that make up the details of a row. Each is a function of the seed, of what it names and of the
 * row's number alone, so the same seed gives the same data whatever the number of threads.
 */

/** 64 random bits. */
export function bits(seed: number, what: string, number: string): string {
  return `md5_number_lower(concat(${quoted(`${seed}:${what}:`)}, ${number}))`;
}

/** The Experience Cloud id of a user: 38 digits in two halves. */
export function ecid(seed: number, user: string): string {
  const half = (part: string): string =>
    `lpad(CAST(${bits(seed, part, user)} % 10000000000000000000 AS VARCHAR), 19, '0')`;
  return `concat(${half('ecid-high')}, ${half('ecid-low')})`;
}

/** A UUID of version 4. */
export function uuid(seed: number, what: string, number: string): string {
  const hex = `md5(concat(${quoted(`${seed}:${what}:`)}, ${number}))`;
  return `regexp_replace(${hex}, '^(.{8})(.{4}).(.{3}).(.{3})(.{12})$', '\\1-\\2-4\\3-8\\4-\\5')`;
}

/** One of `values`, by the bits of `random` from `shift` on. */
export function pick(random: string, shift: number, values: readonly string[]): string {
  return `[${values.map(quoted).join(', ')}][1 + CAST((${random} >> ${shift}) % ${values.length} AS INTEGER)]`;
}

/** A whole number from 0 up to, not including, `limit`. */
export function below(random: string, shift: number, limit: number): string {
  return `CAST((${random} >> ${shift}) % ${limit} AS INTEGER)`;
}
