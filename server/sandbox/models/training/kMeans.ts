import { createRandom, type Random } from '../../synthetic/random';
import type { TrainingSet } from './trainingSet';
import { stride, type Work } from './work';

export interface KMeansOptions {
  readonly clusters: number;
  readonly maxIterations: number;
  /** The end is where no centre moves farther. */
  readonly tolerance: number;
  readonly distance: 'euclidean' | 'cosine';
  /** The first centres are any rows, or rows that lie apart. */
  readonly isRandomStart: boolean;
  readonly seed: number;
}

/** Lloyd's algorithm. With the distance by angles rows and centres have length 1. */
export function* kMeans(given: TrainingSet, options: KMeansOptions): Work<readonly Float64Array[]> {
  const isCosine = options.distance === 'cosine';
  const set = isCosine ? { ...given, features: yield* unitRows(given) } : given;
  const random = createRandom(options.seed, 0);
  let centres = options.isRandomStart
    ? randomCentres(set, options.clusters, random)
    : yield* distantCentres(set, options.clusters, random);
  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    const next = yield* meansOf(set, centres, isCosine);
    const moved = Math.max(
      ...next.map((centre, at) => squaredDistance(centre, 0, centres[at] as Float64Array)),
    );
    centres = next;
    if (moved <= options.tolerance ** 2) break;
  }
  return centres;
}

function* unitRows({ rows, width, features }: TrainingSet): Work<Float64Array> {
  const unit = Float64Array.from(features);
  for (let row = 0; row < rows; row++) {
    normalize(unit.subarray(row * width, (row + 1) * width));
    if (row % stride === 0) yield;
  }
  return unit;
}

function normalize(vector: Float64Array): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) vector.forEach((value, at) => (vector[at] = value / length));
}

function randomCentres(set: TrainingSet, count: number, random: Random): readonly Float64Array[] {
  const rows = Array.from({ length: set.rows }, (_, row) => row);
  return Array.from({ length: Math.min(count, set.rows) }, (_, at) => {
    const other = at + Math.floor(random.uniform() * (rows.length - at));
    [rows[at], rows[other]] = [rows[other] as number, rows[at] as number];
    return rowOf(set, rows[at]);
  });
}

/** k-means++: each centre is a row, the likelier the farther it lies from those before it. */
function* distantCentres(set: TrainingSet, count: number, random: Random): Work<readonly Float64Array[]> {
  const centres = [rowOf(set, Math.floor(random.uniform() * set.rows))];
  const nearest = new Float64Array(set.rows).fill(Infinity);
  while (centres.length < Math.min(count, set.rows)) {
    const last = centres.at(-1) as Float64Array;
    let sum = 0;
    for (let row = 0; row < set.rows; row++) {
      const distance = squaredDistance(set.features, row * set.width, last) * (set.weights[row] as number);
      nearest[row] = Math.min(nearest[row] as number, distance);
      sum += nearest[row] as number;
      if (row % stride === 0) yield;
    }
    // All rows are where a centre is.
    if (sum === 0) break;
    centres.push(rowOf(set, drawn(nearest, random.uniform() * sum)));
  }
  return centres;
}

function drawn(shares: Float64Array, at: number): number {
  let sum = 0;
  const found = shares.findIndex((share) => (sum += share) > at);
  return found < 0 ? shares.length - 1 : found;
}

/** A centre that no row is nearest to stays where it is. */
function* meansOf(
  set: TrainingSet,
  centres: readonly Float64Array[],
  isCosine: boolean,
): Work<readonly Float64Array[]> {
  const { rows, width, features, weights } = set;
  const sums = centres.map(() => new Float64Array(width));
  const counts = new Float64Array(centres.length);
  for (let row = 0; row < rows; row++) {
    const nearest = nearestCentre(features, row * width, centres);
    const weight = weights[row] as number;
    counts[nearest] = (counts[nearest] as number) + weight;
    const sum = sums[nearest] as Float64Array;
    for (let at = 0; at < width; at++)
      sum[at] = (sum[at] as number) + weight * (features[row * width + at] as number);
    if ((row * width * centres.length) % stride < width * centres.length) yield;
  }
  return sums.map((sum, at) => {
    const count = counts[at] as number;
    if (count === 0) return centres[at] as Float64Array;
    const mean = sum.map((value) => value / count);
    if (isCosine) normalize(mean);
    return mean;
  });
}

function nearestCentre(features: Float64Array, start: number, centres: readonly Float64Array[]): number {
  let nearest = 0;
  let least = Infinity;
  centres.forEach((centre, at) => {
    const distance = squaredDistance(features, start, centre);
    if (distance < least) [nearest, least] = [at, distance];
  });
  return nearest;
}

function squaredDistance(features: Float64Array, start: number, centre: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < centre.length; at++)
    sum += ((features[start + at] as number) - (centre[at] as number)) ** 2;
  return sum;
}

function rowOf({ features, width }: TrainingSet, row: number): Float64Array {
  return features.slice(row * width, (row + 1) * width);
}
