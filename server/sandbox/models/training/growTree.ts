import type { Bins } from './bins';
import type { Criterion } from './criterion';
import { stride, type Work } from './work';

/** A tree of questions; a value that is no greater than the threshold goes left. */
export type Tree =
  | {
      readonly kind: 'split';
      readonly feature: number;
      readonly threshold: number;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: 'leaf'; readonly prediction: number; readonly numbers: readonly number[] };

export interface TreeShape {
  readonly maxDepth: number;
  readonly minRows: number;
  readonly minGain: number;
}

export interface Growing {
  readonly bins: Bins;
  readonly criterion: Criterion;
  readonly shape: TreeShape;
  /** How often each row counts among the fewest rows of a node. */
  readonly counts: Uint32Array;
  /** The features that the next node looks at, in rising order. */
  readonly features: () => readonly number[];
}

/**
 * Grows a tree as Spark ML does: the split with the greatest gain, the first of several. Sums are made in Spark's order,
 * so that gains which are nearly the same lead to the same splits.
 */
export function* growTree(growing: Growing): Work<Tree> {
  const rows: number[] = [];
  growing.counts.forEach((count, row) => {
    if (count > 0) rows.push(row);
  });
  return yield* grow(growing, Int32Array.from(rows), undefined, 0);
}

/** Less is nothing: rounding. */
const leastImpurity = 2 ** -52;

/** `known` is what the rows say together; not known of the root before it is split. */
function* grow(
  growing: Growing,
  rows: Int32Array,
  known: Float64Array | undefined,
  depth: number,
): Work<Tree> {
  const { criterion, shape } = growing;
  const isEnd = depth >= shape.maxDepth || (known && Math.abs(criterion.impurity(known)) < leastImpurity);
  const best = isEnd ? undefined : yield* bestSplit(growing, rows, known);
  const leaf = leafOf(criterion, known ?? best?.parent ?? summed(criterion, rows));
  if (!best) return leaf;
  const [left, right] = divided(growing, rows, best);
  yield;
  const lower = yield* grow(growing, left, best.left, depth + 1);
  const upper = yield* grow(growing, right, best.right, depth + 1);
  // Two leaves that predict the same become one, as in Spark.
  if (lower.kind === 'leaf' && upper.kind === 'leaf' && lower.prediction === upper.prediction) return leaf;
  const threshold = growing.bins.thresholds[best.feature]?.[best.interval] as number;
  return { kind: 'split', feature: best.feature, threshold, left: lower, right: upper };
}

function leafOf(criterion: Criterion, numbers: Float64Array): Tree {
  return { kind: 'leaf', prediction: criterion.predict(numbers), numbers: [...numbers] };
}

function summed(criterion: Criterion, rows: Int32Array): Float64Array {
  const numbers = new Float64Array(criterion.size);
  rows.forEach((row) => criterion.add(numbers, 0, row));
  return numbers;
}

interface Split {
  readonly feature: number;
  /** The last interval on the left. */
  readonly interval: number;
  readonly gain: number;
  readonly parent: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

function* bestSplit(
  growing: Growing,
  rows: Int32Array,
  known: Float64Array | undefined,
): Work<Split | undefined> {
  let parent = known;
  let best: Split | undefined;
  let done = 0;
  for (const feature of growing.features()) {
    for (const split of splitsOf(growing, rows, parent, feature)) {
      parent ??= split.parent;
      if (!best || split.gain > best.gain) best = split;
    }
    done += rows.length;
    if (done < stride) continue;
    done = 0;
    yield;
  }
  return best;
}

/** The splits of one feature that gain something, each better than those before it. */
function splitsOf(
  growing: Growing,
  rows: Int32Array,
  known: Float64Array | undefined,
  feature: number,
): readonly Split[] {
  const { criterion, shape } = growing;
  const { size } = criterion;
  const splits = growing.bins.thresholds[feature]?.length ?? 0;
  if (splits === 0) return [];
  const { sums, counts } = histogram(growing, rows, feature, splits + 1);
  const all = runningSums(sums, size);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const total = sums.slice(splits * size);
  const found: Split[] = [];
  let leftCount = 0;
  let parent = known;
  for (let interval = 0; interval < splits; interval++) {
    const left = all.slice(interval * size, (interval + 1) * size);
    const right = total.map((each, at) => each - (left[at] as number));
    parent ??= left.map((each, at) => each + (right[at] as number));
    leftCount += counts[interval] as number;
    if (leftCount < shape.minRows || count - leftCount < shape.minRows) continue;
    const gain = gainOf(criterion, parent, left, right);
    const isBetter = gain > (found.at(-1)?.gain ?? 0);
    if (isBetter && gain >= shape.minGain) found.push({ feature, interval, gain, parent, left, right });
  }
  return found;
}

function gainOf(criterion: Criterion, parent: Float64Array, left: Float64Array, right: Float64Array): number {
  const [leftWeight, rightWeight] = [criterion.weight(left), criterion.weight(right)];
  const total = leftWeight + rightWeight;
  return (
    criterion.impurity(parent) -
    (leftWeight / total) * criterion.impurity(left) -
    (rightWeight / total) * criterion.impurity(right)
  );
}

/** Makes the numbers of each interval those of all up to it, in place. */
function runningSums(sums: Float64Array, size: number): Float64Array {
  for (let at = size; at < sums.length; at++) sums[at] = (sums[at] as number) + (sums[at - size] as number);
  return sums;
}

function histogram(
  { bins, criterion, counts }: Growing,
  rows: Int32Array,
  feature: number,
  intervals: number,
): { readonly sums: Float64Array; readonly counts: Float64Array } {
  const sums = new Float64Array(intervals * criterion.size);
  const found = new Float64Array(intervals);
  const start = feature * counts.length;
  for (const row of rows) {
    const interval = bins.codes[start + row] as number;
    criterion.add(sums, interval * criterion.size, row);
    found[interval] = (found[interval] as number) + (counts[row] as number);
  }
  return { sums, counts: found };
}

function divided(
  { bins, counts }: Growing,
  rows: Int32Array,
  { feature, interval }: Split,
): readonly [Int32Array, Int32Array] {
  const isLeft = (row: number): boolean => (bins.codes[feature * counts.length + row] as number) <= interval;
  return [rows.filter(isLeft), rows.filter((row) => !isLeft(row))];
}
