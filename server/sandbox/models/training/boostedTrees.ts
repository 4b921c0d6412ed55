import { createRandom } from '../../synthetic/random';
import { binsOf, type Bins } from './bins';
import { varianceCriterion } from './criterion';
import { drawnFeatures, drawnRows, type ForestOptions } from './forest';
import { growTree, type Tree } from './growTree';
import type { TrainingSet } from './trainingSet';
import { withNodes } from './treeBudget';
import { stride, type Work } from './work';

export interface BoostingOptions extends Omit<ForestOptions, 'trees' | 'impurity'> {
  readonly iterations: number;
  readonly stepSize: number;
  readonly loss: 'logistic' | 'squared' | 'absolute';
}

/** Trees with how much each counts. */
export interface BoostedTrees {
  readonly trees: readonly Tree[];
  readonly weights: readonly number[];
}

/** Gradient boosting as Spark ML does it: the first tree learns the label, each further one what the loss says is missing. */
export function* boostedTrees(set: TrainingSet, options: BoostingOptions): Work<BoostedTrees> {
  const labels = options.loss === 'logistic' ? set.labels.map((label) => 2 * label - 1) : set.labels;
  const bins = yield* binsOf(set, options.maxBins);
  const predictions = new Float64Array(set.rows);
  const trees: Tree[] = [];
  const weights: number[] = [];
  let nodes = 0;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const wanted =
      iteration === 0
        ? labels
        : labels.map((label, row) => missing[options.loss](label, predictions[row] as number));
    const tree = yield* nextTree(set, options, { bins, wanted, iteration });
    const weight = iteration === 0 ? 1 : options.stepSize;
    nodes = withNodes(nodes, tree);
    trees.push(tree);
    weights.push(weight);
    for (let row = 0; row < set.rows; row++) {
      predictions[row] = (predictions[row] as number) + weight * predicted(tree, set, row);
      if (row % stride === 0) yield;
    }
  }
  return { trees, weights };
}

/** Minus the slope of the loss. */
const missing: Readonly<Record<BoostingOptions['loss'], (label: number, prediction: number) => number>> = {
  logistic: (label, prediction) => (4 * label) / (1 + Math.exp(2 * label * prediction)),
  squared: (label, prediction) => 2 * (label - prediction),
  absolute: (label, prediction) => (label - prediction < 0 ? -1 : 1),
};

interface Step {
  readonly bins: Bins;
  readonly wanted: Float64Array;
  readonly iteration: number;
}

function* nextTree(
  set: TrainingSet,
  options: BoostingOptions,
  { bins, wanted, iteration }: Step,
): Work<Tree> {
  const random = createRandom(options.seed, iteration);
  const counts = drawnRows(set.rows, options, random);
  const weights = set.weights.map((weight, row) => weight * (counts[row] as number));
  const features = (): readonly number[] => drawnFeatures(set.width, options.featuresPerSplit, random);
  return yield* growTree({
    bins,
    criterion: varianceCriterion(wanted, weights),
    shape: options,
    counts,
    features,
  });
}

function predicted(tree: Tree, { features, width }: TrainingSet, row: number): number {
  let node = tree;
  while (node.kind === 'split')
    node = (features[row * width + node.feature] as number) <= node.threshold ? node.left : node.right;
  return node.prediction;
}
