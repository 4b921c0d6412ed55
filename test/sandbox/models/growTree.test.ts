import { expect, test } from 'vitest';
import { binsOf } from '../../../server/sandbox/models/training/bins';
import { decisionTree, forest, type ForestOptions } from '../../../server/sandbox/models/training/forest';
import type { Tree } from '../../../server/sandbox/models/training/growTree';
import type { TrainingSet } from '../../../server/sandbox/models/training/trainingSet';
import { runInSlices, type Work } from '../../../server/sandbox/models/training/work';

const run = <T>(work: Work<T>): Promise<T> => runInSlices(work, new AbortController().signal);

function setOf(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  weights?: readonly number[],
): TrainingSet {
  return {
    rows: rows.length,
    width: rows[0]?.length ?? 0,
    features: Float64Array.from(rows.flat()),
    labels: Float64Array.from(labels),
    weights: Float64Array.from(weights ?? labels.map(() => 1)),
  };
}

const options: ForestOptions = {
  maxDepth: 5,
  minRows: 1,
  minGain: 0,
  maxBins: 32,
  impurity: 'gini',
  trees: 3,
  subsampling: 1,
  isBootstrapped: true,
  featuresPerSplit: 1,
  seed: 1,
};

/** `feature<=threshold(left|right)`, and what a leaf predicts. */
function shown(tree: Tree): string {
  if (tree.kind === 'leaf') return String(tree.prediction);
  return `${tree.feature}<=${tree.threshold}(${shown(tree.left)}|${shown(tree.right)})`;
}

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

test('thresholds lie halfway, or leave about as many rows on either side', async () => {
  const few = await run(binsOf(setOf([[1], [5], [5], [2]], [0, 0, 0, 0]), 32));
  expect([...(few.thresholds[0] ?? [])]).toEqual([1.5, 3.5]);
  expect([...few.codes]).toEqual([0, 2, 2, 1]);
  const many = setOf(
    Array.from({ length: 100 }, (_, at) => [at]),
    Array<number>(100).fill(0),
  );
  expect([...((await run(binsOf(many, 4))).thresholds[0] ?? [])]).toEqual([24.5, 49.5, 74.5]);
});

test('a tree asks what tells the classes apart', async () => {
  const [tree] = await run(decisionTree(setOf(corners, [0, 0, 0, 1]), options));
  expect(tree && shown(tree)).toBe('0<=0.5(0|1<=0.5(0|1))');
});

test('leaves that predict the same are one', async () => {
  const set = setOf([...corners, [1, 2]], [0, 0, 0, 0, 1], [5, 5, 5, 5, 1]);
  const [tree] = await run(
    decisionTree({ ...set, labels: Float64Array.of(0, 0, 0, 1, 0) }, { ...options, maxDepth: 1 }),
  );
  expect(tree && shown(tree)).toBe('0');
});

test('weights count, and rows for the fewest of a node', async () => {
  const set = setOf([[0], [1], [2], [3]], [0, 1, 1, 1], [10, 1, 1, 1]);
  const [tree] = await run(decisionTree(set, { ...options, minRows: 2 }));
  expect(tree && shown(tree)).toBe('0<=1.5(0|1)');
});

test('the same seed draws the same forest', async () => {
  const set = setOf(
    Array.from({ length: 60 }, (_, at) => [at % 7, at % 5, at % 3]),
    Array.from({ length: 60 }, (_, at) => (at % 7 > 3 ? 1 : 0)),
  );
  const grown = async (seed: number): Promise<readonly string[]> =>
    (await run(forest(set, { ...options, seed }))).map(shown);
  expect(await grown(1)).toEqual(await grown(1));
  expect(await grown(1)).not.toEqual(await grown(2));
});
