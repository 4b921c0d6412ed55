/** The whole types into which numbers of a wider type go round: 128 as a byte is -128. */
const ends = {
  TINYINT: { sign: '128', mask: '255' },
  SMALLINT: { sign: '32768', mask: '65535' },
  INTEGER: { sign: '2147483648', mask: '4294967295' },
  BIGINT: { sign: '9223372036854775808', mask: '18446744073709551615' },
} as const;

export type WrappingType = keyof typeof ends;

/**
 * SQL for the lowest bits of a whole number of a wider type, as Spark keeps them when it does not fit. The value stands
 * in it once: it may be long, and stand in another of its kind.
 */
export function lowestBits(value: string, type: WrappingType): string {
  const { sign, mask } = ends[type];
  return `CAST((((${value} & ${mask}) + ${sign}) & ${mask}) - ${sign} AS ${type})`;
}
