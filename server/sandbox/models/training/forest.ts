import { createRandom, type Random } from '../../synthetic/random';
import { binsOf } from './bins';
import { classCriterion, varianceCriterion, type Criterion } from './criterion';
import { growTree, type Tree, type TreeShape } from './growTree';
import { classesOf, type TrainingSet } from './trainingSet';
import { withNodes } from './treeBudget';
import type { Work } from './work';

export interface ForestOptions extends TreeShape {
  readonly maxBins: number;
  readonly impurity: 'gini' | 'entropy' | 'variance';
  readonly trees: number;
  /** Share of the rows that each tree draws. */
  readonly subsampling: number;
  /** Rows are drawn with replacement. */
  readonly isBootstrapped: boolean;
  /** Features that each split looks at. */
  readonly featuresPerSplit: number;
  readonly seed: number;
}

/** Trees that each see their own draw of the rows, and at each split their own draw of the features. */
export function* forest(set: TrainingSet, options: ForestOptions): Work<readonly Tree[]> {
  const bins = yield* binsOf(set, options.maxBins);
  const trees: Tree[] = [];
  let nodes = 0;
  for (let tree = 0; tree < options.trees; tree++) {
    const random = createRandom(options.seed, tree);
    const counts = drawnRows(set.rows, options, random);
    const weights = set.weights.map((weight, row) => weight * (counts[row] as number));
    const criterion = criterionOf(set, weights, options);
    const features = (): readonly number[] => drawnFeatures(set.width, options.featuresPerSplit, random);
    const grown = yield* growTree({ bins, criterion, shape: options, counts, features });
    nodes = withNodes(nodes, grown);
    trees.push(grown);
  }
  return trees;
}

/** One tree that sees everything. */
export function* decisionTree(set: TrainingSet, options: ForestOptions): Work<readonly Tree[]> {
  return yield* forest(set, {
    ...options,
    trees: 1,
    subsampling: 1,
    isBootstrapped: false,
    featuresPerSplit: set.width,
  });
}

function criterionOf(set: TrainingSet, weights: Float64Array, { impurity }: ForestOptions): Criterion {
  return impurity === 'variance'
    ? varianceCriterion(set.labels, weights)
    : classCriterion(impurity, classesOf(set), set.labels, weights);
}

/** How often each row is drawn. */
export function drawnRows(
  rows: number,
  { subsampling, isBootstrapped }: Pick<ForestOptions, 'subsampling' | 'isBootstrapped'>,
  random: Random,
): Uint32Array {
  const draw = (): number => {
    if (isBootstrapped) return random.poisson(subsampling);
    return subsampling >= 1 || random.uniform() < subsampling ? 1 : 0;
  };
  return Uint32Array.from({ length: rows }, draw);
}

export function drawnFeatures(width: number, count: number, random: Random): readonly number[] {
  const all = Array.from({ length: width }, (_, feature) => feature);
  if (count >= width) return all;
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random.uniform() * (width - at));
    [all[at], all[other]] = [all[other] as number, all[at] as number];
  }
  return all.slice(0, count).sort((left, right) => left - right);
}
