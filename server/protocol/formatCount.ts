const grouped = new Intl.NumberFormat('en-US');

/** `1 row`, `1,000 rows`: a count with its noun, which takes an s. */
export function formatCount(count: number, noun: string): string {
  return `${grouped.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
