import type { TrainingSet } from './trainingSet';
import { stride, type Work } from './work';

/** Features cut into intervals: what trees may split at. */
export interface Bins {
  /** Of each feature, in rising order; a value that is no greater than a threshold is on its left. */
  readonly thresholds: readonly Float64Array[];
  /** The interval of each value: all rows of the first feature, then those of the second. */
  readonly codes: Uint16Array;
}

/**
 * The thresholds of Spark ML: halfway between neighbours where a feature has few values, else so that each interval
 * has about as many rows. Spark looks at a sample of many rows, this at all of them.
 */
export function* binsOf(set: TrainingSet, mostBins: number): Work<Bins> {
  const { rows, width, features, weights } = set;
  const codes = new Uint16Array(rows * width);
  const thresholds: Float64Array[] = [];
  const most = Math.min(mostBins, rows) - 1;
  for (let feature = 0; feature < width; feature++) {
    const values = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const value = features[row * width + feature] as number;
      values.set(value, (values.get(value) ?? 0) + (weights[row] as number));
    }
    yield;
    const found = thresholdsOf(values, most);
    thresholds.push(found);
    for (let row = 0; row < rows; row++) {
      codes[feature * rows + row] = intervalOf(found, features[row * width + feature] as number);
      if (row % stride === 0) yield;
    }
  }
  return { thresholds, codes };
}

/** `values` are how much each value counts. */
function thresholdsOf(values: ReadonlyMap<number, number>, most: number): Float64Array {
  const sorted = Float64Array.from(values.keys()).sort();
  const halfway = (at: number): number => ((sorted[at - 1] as number) + (sorted[at] as number)) / 2;
  const possible = sorted.length - 1;
  if (possible <= most) return Float64Array.from({ length: possible }, (_, at) => halfway(at + 1));
  const countOf = (at: number): number => values.get(sorted[at] as number) as number;
  const total = sorted.reduce((sum, value) => sum + (values.get(value) as number), 0);
  const step = total / (most + 1);
  const found: number[] = [];
  let count = countOf(0);
  let target = step;
  for (let at = 1; at < sorted.length; at++) {
    const before = count;
    count += countOf(at);
    if (Math.abs(before - target) >= Math.abs(count - target)) continue;
    found.push(halfway(at));
    target += step;
  }
  return Float64Array.from(found);
}

/** The number of thresholds below a value. */
function intervalOf(thresholds: Float64Array, value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((thresholds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
