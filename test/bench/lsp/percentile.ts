/** The value below which a share (0 to 1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Median, 95th percentile and the most, as they are printed. */
export function spread(values: readonly number[]): string {
  const [median, high, most] = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(1));
  return `p50 ${median} ms, p95 ${high} ms, most ${most} ms (${values.length} times)`;
}
