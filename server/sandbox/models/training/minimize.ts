import type { Work } from './work';

/** A function with its gradient. */
export interface Valued {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Minimization {
  readonly maxIterations: number;
  /** The end is where a step lowers the value by less than this share of it. */
  readonly tolerance: number;
  /** Weight of the absolute value of each coordinate, which the objective leaves out; absent for none. */
  readonly absolute?: Float64Array;
}

/** Pairs of steps and changes of the gradient that make up for second derivatives. */
const memory = 10;
/** The share of the decrease that the gradient promises which a step must keep. */
const kept = 1e-4;
const mostHalvings = 40;

/**
 * The least point of a convex function, by L-BFGS; with absolute values by OWL-QN (Andrew and Gao 2007), which keeps
 * each step within one orthant.
 */
export function* minimize(
  objective: (point: Float64Array) => Work<Valued>,
  start: Float64Array,
  { maxIterations, tolerance, absolute }: Minimization,
): Work<Float64Array> {
  const visit = function* (point: Float64Array): Work<Visited> {
    const { value, gradient } = yield* objective(point);
    return { point, gradient, value: value + penaltyOf(point, absolute) };
  };
  const history: Pair[] = [];
  let here = yield* visit(start);
  const scale = Math.abs(here.value) * 1e-3 || 1e-3;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const way = wayDown(here, history, absolute);
    if (dot(way.direction, way.slope) >= 0) break;
    const next = yield* lower(visit, here, way);
    if (!(next.value < here.value)) break;
    remember(history, here, next);
    const decrease = here.value - next.value;
    here = next;
    if (decrease <= tolerance * Math.max(Math.abs(here.value), scale)) break;
  }
  return here.point;
}

/** A point with its value, absolute values included, and the gradient of the rest. */
interface Visited extends Valued {
  readonly point: Float64Array;
}

interface Way {
  readonly direction: Float64Array;
  readonly slope: Float64Array;
  /** The signs that the coordinates of the next point may have; absent for any. */
  readonly orthant: Float64Array | undefined;
  /** The length of the first try. */
  readonly length: number;
}

function penaltyOf(point: Float64Array, absolute: Float64Array | undefined): number {
  return absolute?.reduce((sum, weight, at) => sum + weight * Math.abs(point[at] as number), 0) ?? 0;
}

function wayDown(
  { point, gradient }: Visited,
  history: readonly Pair[],
  absolute: Float64Array | undefined,
): Way {
  const slope = absolute ? pseudoGradient(point, gradient, absolute) : gradient;
  const direction = descent(slope, history);
  const length = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
  if (!absolute) return { direction, slope, orthant: undefined, length };
  // A coordinate that the second derivatives send uphill stays.
  const downhill = direction.map((each, at) => (each * (slope[at] as number) < 0 ? each : 0));
  return { direction: downhill, slope, orthant: orthantOf(point, slope), length };
}

/** The first point on the way that keeps enough of what the slope promises; each try goes half as far. */
function* lower(
  visit: (point: Float64Array) => Work<Visited>,
  from: Visited,
  { direction, slope, orthant, length }: Way,
): Work<Visited> {
  let next = from;
  for (let halving = 0; halving < mostHalvings; halving++) {
    next = yield* visit(stepped(from.point, direction, length / 2 ** halving, orthant));
    const moved = next.point.map((each, at) => each - (from.point[at] as number));
    if (next.value <= from.value + kept * dot(slope, moved)) break;
  }
  return next;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

function remember(history: Pair[], from: Visited, to: Visited): void {
  const step = to.point.map((each, at) => each - (from.point[at] as number));
  const change = to.gradient.map((each, at) => each - (from.gradient[at] as number));
  const product = dot(step, change);
  if (product <= 1e-16) return;
  history.push({ step, change, product });
  if (history.length > memory) history.shift();
}

/** The two-loop recursion: minus the gradient times what is known of the inverse of the second derivatives. */
function descent(slope: Float64Array, history: readonly Pair[]): Float64Array {
  const direction = slope.map((each) => -each);
  const shares = history.map(() => 0);
  for (let at = history.length - 1; at >= 0; at--) {
    const { step, change, product } = history[at] as Pair;
    const share = dot(step, direction) / product;
    shares[at] = share;
    add(direction, change, -share);
  }
  const last = history.at(-1);
  if (last) {
    const factor = last.product / dot(last.change, last.change);
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] as number) * factor;
  }
  history.forEach(({ step, change, product }, at) => {
    add(direction, step, (shares[at] as number) - dot(change, direction) / product);
  });
  return direction;
}

/** The steepest of the gradients of a function with corners where coordinates are 0. */
function pseudoGradient(point: Float64Array, gradient: Float64Array, absolute: Float64Array): Float64Array {
  return gradient.map((slope, at) => {
    const weight = absolute[at] as number;
    const value = point[at] as number;
    if (value !== 0) return slope + Math.sign(value) * weight;
    if (slope + weight < 0) return slope + weight;
    return slope - weight > 0 ? slope - weight : 0;
  });
}

function orthantOf(point: Float64Array, slope: Float64Array): Float64Array {
  return point.map((value, at) => Math.sign(value) || -Math.sign(slope[at] as number));
}

/** A coordinate that would leave its orthant becomes 0. */
function stepped(
  point: Float64Array,
  direction: Float64Array,
  length: number,
  orthant: Float64Array | undefined,
): Float64Array {
  return point.map((value, at) => {
    const next = value + length * (direction[at] as number);
    return orthant && Math.sign(next) !== orthant[at] ? 0 : next;
  });
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + factor * (what[at] as number);
}
