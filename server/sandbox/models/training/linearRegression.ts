import { SqlError, sqlStates } from '../../session/sqlError';
import { momentsOf } from './moments';
import type { TrainingSet } from './trainingSet';
import { stride, type Work } from './work';

export interface LinearOptions {
  readonly penalty: number;
  readonly absoluteShare: number;
  readonly fitIntercept: boolean;
  readonly isStandardized: boolean;
}

export interface LinearModel {
  readonly coefficients: readonly number[];
  readonly intercept: number;
}

/** The normal equations grow with the square of the features. */
const mostFeatures = 4096;
const mostRounds = 10_000;
const smallest = 1e-14;

/**
 * Least squares with the penalties of Spark ML, by the normal equations: features and label are scaled by their
 * deviations, the penalty with the label.
 */
export function* linearRegression(set: TrainingSet, options: LinearOptions): Work<LinearModel> {
  const { width } = set;
  if (width > mostFeatures)
    throw new SqlError(sqlStates.programLimitExceeded, 'Training set too large', {
      detail: `${width} features, and linear_reg learns from at most ${mostFeatures}`,
    });
  const moments = yield* momentsOf(set);
  const label = yield* momentsOf({ ...set, width: 1, features: set.labels });
  const labelMean = label.means[0] as number;
  const spread = Math.sqrt((label.squares[0] as number) / label.weight);
  if (spread === 0 && (options.fitIntercept || labelMean === 0))
    return { coefficients: Array<number>(width).fill(0), intercept: options.fitIntercept ? labelMean : 0 };
  const scale = spread || Math.abs(labelMean);
  const deviations = moments.squares.map((square) => Math.sqrt(square / moments.weight));
  const shifts = options.fitIntercept ? moments.means : new Float64Array(width);
  const factors = deviations.map((deviation) => (deviation > 0 ? 1 / deviation : 0));
  const shift = options.fitIntercept ? labelMean : 0;
  const { products, targets } = yield* normalEquations(set, { shifts, factors, shift, scale });
  const penalty = options.penalty / scale;
  const penaltyOf = (share: number, power: number): Float64Array =>
    factors.map((factor) => penalty * share * (options.isStandardized ? 1 : factor ** power));
  const squared = penaltyOf(1 - options.absoluteShare, 2);
  const absolute = penaltyOf(options.absoluteShare, 1);
  for (let at = 0; at < width; at++)
    products[at * width + at] = (products[at * width + at] as number) + (squared[at] as number);
  const exact = absolute.some((each) => each > 0) ? undefined : yield* solved(products, targets);
  const found = exact ?? (yield* descended(products, targets, absolute));
  const coefficients = Array.from(found, (value, at) => value * scale * (factors[at] as number));
  const moved = coefficients.reduce((sum, value, at) => sum + value * (shifts[at] as number), 0);
  return { coefficients, intercept: options.fitIntercept ? labelMean - moved : 0 };
}

interface Scaling {
  readonly shifts: Float64Array;
  readonly factors: Float64Array;
  readonly shift: number;
  readonly scale: number;
}

/** The means of the products of scaled features with one another, and with the label. */
function* normalEquations(
  { rows, width, features, labels, weights }: TrainingSet,
  { shifts, factors, shift, scale }: Scaling,
): Work<{ readonly products: Float64Array; readonly targets: Float64Array }> {
  const products = new Float64Array(width * width);
  const targets = new Float64Array(width);
  const scaled = new Float64Array(width);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  for (let row = 0; row < rows; row++) {
    const share = (weights[row] as number) / weight;
    const label = ((labels[row] as number) - shift) / scale;
    for (let at = 0; at < width; at++)
      scaled[at] =
        ((features[row * width + at] as number) - (shifts[at] as number)) * (factors[at] as number);
    for (let left = 0; left < width; left++) {
      const product = share * (scaled[left] as number);
      targets[left] = (targets[left] as number) + product * label;
      for (let right = 0; right <= left; right++)
        products[left * width + right] =
          (products[left * width + right] as number) + product * (scaled[right] as number);
    }
    if ((row * width * width) % stride < width * width) yield;
  }
  for (let left = 0; left < width; left++)
    for (let right = 0; right < left; right++)
      products[right * width + left] = products[left * width + right] as number;
  return { products, targets };
}

/** By Cholesky's decomposition; `undefined` when features are sums of one another. A feature that never changes has 0. */
function* solved(products: Float64Array, targets: Float64Array): Work<Float64Array | undefined> {
  const width = targets.length;
  const lower = Float64Array.from(products);
  for (let row = 0; row < width; row++) {
    yield;
    if (products[row * width + row] === 0) continue;
    for (let column = 0; column <= row; column++) {
      let sum = lower[row * width + column] as number;
      for (let at = 0; at < column; at++)
        sum -= (lower[row * width + at] as number) * (lower[column * width + at] as number);
      const pivot = lower[column * width + column] as number;
      if (row !== column) lower[row * width + column] = pivot === 0 ? 0 : sum / pivot;
      else if (sum <= 1e-11 * (products[row * width + row] as number)) return undefined;
      else lower[row * width + row] = Math.sqrt(sum);
    }
  }
  return substituted(lower, targets);
}

function substituted(lower: Float64Array, targets: Float64Array): Float64Array {
  const width = targets.length;
  const found = Float64Array.from(targets);
  const pivotOf = (row: number): number => lower[row * width + row] as number;
  for (let row = 0; row < width; row++) {
    for (let at = 0; at < row; at++)
      found[row] = (found[row] as number) - (lower[row * width + at] as number) * (found[at] as number);
    found[row] = pivotOf(row) === 0 ? 0 : (found[row] as number) / pivotOf(row);
  }
  for (let row = width - 1; row >= 0; row--) {
    for (let at = row + 1; at < width; at++)
      found[row] = (found[row] as number) - (lower[at * width + row] as number) * (found[at] as number);
    found[row] = pivotOf(row) === 0 ? 0 : (found[row] as number) / pivotOf(row);
  }
  return found;
}

/** By one coefficient after another, each as good as it can be while the others stay. */
function* descended(
  products: Float64Array,
  targets: Float64Array,
  absolute: Float64Array,
): Work<Float64Array> {
  const width = targets.length;
  const found = new Float64Array(width);
  for (let round = 0; round < mostRounds; round++) {
    let moved = 0;
    for (let row = 0; row < width; row++) {
      const own = products[row * width + row] as number;
      if (own === 0) continue;
      let rest = targets[row] as number;
      for (let at = 0; at < width; at++)
        if (at !== row) rest -= (products[row * width + at] as number) * (found[at] as number);
      const next = (Math.sign(rest) * Math.max(Math.abs(rest) - (absolute[row] as number), 0)) / own;
      moved = Math.max(moved, Math.abs(next - (found[row] as number)));
      found[row] = next;
    }
    if (moved < smallest) break;
    if ((round * width * width) % stride < width * width) yield;
  }
  return found;
}
