import { minimize, type Valued } from './minimize';
import { momentsOf, sampleDeviations } from './moments';
import { classesOf, type TrainingSet } from './trainingSet';
import { stride, type Work } from './work';

export interface LogisticOptions {
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly penalty: number;
  /** Share of the penalty on absolute values. */
  readonly absoluteShare: number;
  readonly fitIntercept: boolean;
  /** The penalty counts coefficients of features that were brought to one scale. */
  readonly isStandardized: boolean;
}

/** For two classes one list of coefficients, for the second; for more a list for each. */
export interface LogisticModel {
  readonly coefficients: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
}

/** Relative to the tolerance that is asked for: a result that does not hang on the path that led to it. */
const strictness = 1e-4;

/** Logistic regression with the penalties of Spark ML; features are scaled for the search whatever the penalty counts. */
export function* logisticRegression(set: TrainingSet, options: LogisticOptions): Work<LogisticModel> {
  const classes = classesOf(set);
  const count = classes === 2 ? 1 : classes;
  const moments = yield* momentsOf(set);
  const deviations = sampleDeviations(moments, set.rows);
  const problem: Problem = {
    set,
    count,
    shifts: moments.means,
    factors: deviations.map((each) => (each > 0 ? 1 / each : 0)),
    weight: moments.weight,
    squared: penaltiesOf(deviations, options, options.penalty * (1 - options.absoluteShare), 2),
    fitIntercept: options.fitIntercept,
  };
  const absolute = penaltiesOf(deviations, options, options.penalty * options.absoluteShare, 1);
  const stepSize = set.width + 1;
  const repeated = new Float64Array(count * stepSize);
  for (let each = 0; each < count; each++) repeated.set(absolute, each * stepSize);
  const found = yield* minimize((point) => loss(problem, point), startOf(problem), {
    maxIterations: options.maxIterations,
    tolerance: options.tolerance * strictness,
    ...(options.penalty * options.absoluteShare > 0 ? { absolute: repeated } : {}),
  });
  return unscaled(problem, found, options.penalty === 0);
}

interface Problem {
  readonly set: TrainingSet;
  /** Lists of coefficients, each with its intercept behind it. */
  readonly count: number;
  /** Means: without an intercept features are scaled only. */
  readonly shifts: Float64Array;
  readonly factors: Float64Array;
  readonly weight: number;
  /** Weight of the square of each coefficient. */
  readonly squared: Float64Array;
  readonly fitIntercept: boolean;
}

/** With a 0 behind them for the intercept. */
function penaltiesOf(
  deviations: Float64Array,
  { isStandardized }: LogisticOptions,
  penalty: number,
  power: number,
): Float64Array {
  const penalties = new Float64Array(deviations.length + 1);
  deviations.forEach((deviation, at) => {
    penalties[at] = isStandardized ? penalty : deviation > 0 ? penalty / deviation ** power : 0;
  });
  return penalties;
}

/** The intercepts that alone explain how frequent each class is. */
function startOf({ set, count, fitIntercept }: Problem): Float64Array {
  const start = new Float64Array(count * (set.width + 1));
  if (!fitIntercept) return start;
  const sums = new Float64Array(Math.max(2, count));
  set.labels.forEach((label, row) => {
    sums[label] = (sums[label] as number) + (set.weights[row] as number);
  });
  const logs = sums.map((sum) => Math.log(Math.max(sum, 1e-3)));
  for (let each = 0; each < count; each++)
    start[each * (set.width + 1) + set.width] =
      count === 1 ? (logs[1] as number) - (logs[0] as number) : (logs[each] as number);
  return start;
}

function* loss(problem: Problem, point: Float64Array): Work<Valued> {
  const { set, count, shifts, factors, squared, weight } = problem;
  const { rows, width, features, labels, weights } = set;
  const size = width + 1;
  const gradient = new Float64Array(point.length);
  const margins = new Float64Array(count);
  const scaled = new Float64Array(width);
  let value = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < width; at++) {
      const shift = problem.fitIntercept ? (shifts[at] as number) : 0;
      scaled[at] = ((features[row * width + at] as number) - shift) * (factors[at] as number);
    }
    for (let each = 0; each < count; each++) {
      let margin = point[each * size + width] as number;
      for (let at = 0; at < width; at++)
        margin += (point[each * size + at] as number) * (scaled[at] as number);
      margins[each] = margin;
    }
    const share = (weights[row] as number) / weight;
    value += share * lossOf(margins, labels[row] as number);
    for (let each = 0; each < count; each++) {
      const slope = share * (margins[each] as number);
      for (let at = 0; at < width; at++)
        gradient[each * size + at] = (gradient[each * size + at] as number) + slope * (scaled[at] as number);
      if (problem.fitIntercept)
        gradient[each * size + width] = (gradient[each * size + width] as number) + slope;
    }
    if ((row * width * count) % stride < width * count) yield;
  }
  for (let at = 0; at < point.length; at++) {
    const penalty = squared[at % size] as number;
    value += 0.5 * penalty * (point[at] as number) ** 2;
    gradient[at] = (gradient[at] as number) + penalty * (point[at] as number);
  }
  return { value, gradient };
}

/** The loss of a row; its slope by each margin takes the margin's place. */
function lossOf(margins: Float64Array, label: number): number {
  if (margins.length === 1) {
    const margin = margins[0] as number;
    const signed = label > 0 ? -margin : margin;
    margins[0] = 1 / (1 + Math.exp(-margin)) - label;
    return signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
  }
  const most = margins.reduce((left, right) => Math.max(left, right));
  const own = margins[label] as number;
  let sum = 0;
  for (let at = 0; at < margins.length; at++) {
    margins[at] = Math.exp((margins[at] as number) - most);
    sum += margins[at] as number;
  }
  for (let at = 0; at < margins.length; at++)
    margins[at] = (margins[at] as number) / sum - (at === label ? 1 : 0);
  return Math.log(sum) + most - own;
}

/** Of many classes all coefficients can be moved together without a change: their means are 0, as in Spark. */
function unscaled(problem: Problem, point: Float64Array, hasNoPenalty: boolean): LogisticModel {
  const { set, count, shifts, factors } = problem;
  const size = set.width + 1;
  const all = Array.from({ length: count }, (_, each) => {
    const scaled = Array.from(point.subarray(each * size, each * size + set.width));
    const coefficients = scaled.map((value, at) => value * (factors[at] as number));
    const shifted = problem.fitIntercept
      ? coefficients.reduce((sum, value, at) => sum + value * (shifts[at] as number), 0)
      : 0;
    return { coefficients, intercept: (point[each * size + set.width] as number) - shifted };
  });
  if (count === 1 || !problem.fitIntercept) return modelOf(all);
  const mean = (of: (each: (typeof all)[number]) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0) / count;
  const means = shifts.map((_, at) =>
    hasNoPenalty ? mean(({ coefficients }) => coefficients[at] as number) : 0,
  );
  const intercept = mean((each) => each.intercept);
  return modelOf(
    all.map((each) => ({
      coefficients: each.coefficients.map((value, at) => value - (means[at] as number)),
      intercept: each.intercept - intercept,
    })),
  );
}

function modelOf(all: readonly { coefficients: readonly number[]; intercept: number }[]): LogisticModel {
  return {
    coefficients: all.map(({ coefficients }) => coefficients),
    intercepts: all.map(({ intercept }) => intercept),
  };
}
