import type { ModelBody } from './modelBody';
import type { OptionReader } from './optionReader';
import { boostedTrees, type BoostedTrees, type BoostingOptions } from './training/boostedTrees';
import { decisionTree, forest, type ForestOptions } from './training/forest';
import { kMeans } from './training/kMeans';
import { linearRegression } from './training/linearRegression';
import { logisticRegression } from './training/logisticRegression';
import { classesOf, type TrainingSet } from './training/trainingSet';
import type { Work } from './training/work';
import { wholeFrom, type Check } from './transform/parameters';

/** Reads its options at once, so that a wrong one is told before the rows are read; then trains. */
export type Trainer = (options: OptionReader, width: () => number) => (set: TrainingSet) => Work<ModelBody>;

/** The models that are trained here, by MODEL_TYPE; the others are refused by name. */
export const trainers: Readonly<Record<string, Trainer>> = {
  linear_reg: (options) => {
    const read = {
      ...penalty(options),
      fitIntercept: options.boolean('FIT_INTERCEPT'),
      isStandardized: options.boolean('STANDARDIZATION'),
    };
    return function* (set) {
      const { coefficients, intercept } = yield* linearRegression(set, read);
      return { kind: 'linear', coefficients: [...coefficients], intercept };
    };
  },
  logistic_reg: (options) => {
    const read = {
      ...penalty(options),
      maxIterations: options.number('MAX_ITER', wholeFrom(0)),
      tolerance: options.number('TOL', notNegative),
      fitIntercept: options.boolean('FIT_INTERCEPT'),
      isStandardized: options.boolean('STANDARDIZATION'),
    };
    return function* (set) {
      const { coefficients, intercepts } = yield* logisticRegression(set, read);
      return {
        kind: 'logistic',
        coefficients: coefficients.map((each) => [...each]),
        intercepts: [...intercepts],
      };
    };
  },
  decision_tree_classifier: (options) => {
    const read = { ...treeOptions(options), ...oneTree, impurity: classImpurity(options) };
    return function* (set) {
      return { kind: 'classTrees', trees: [...(yield* decisionTree(set, read))], classes: classesOf(set) };
    };
  },
  decision_tree_regression: (options) => {
    const read = { ...treeOptions(options), ...oneTree, impurity: 'variance' } as const;
    return function* (set) {
      return { kind: 'meanTrees', trees: [...(yield* decisionTree(set, read))] };
    };
  },
  random_forest_classifier: (options, width) => {
    const read = forestOptions(options, width, classImpurity(options), 'sqrt');
    return function* (set) {
      return { kind: 'classTrees', trees: [...(yield* forest(set, read()))], classes: classesOf(set) };
    };
  },
  random_forest_regression: (options, width) => {
    const read = forestOptions(options, width, 'variance', 'onethird');
    return function* (set) {
      return { kind: 'meanTrees', trees: [...(yield* forest(set, read()))] };
    };
  },
  gradient_boosted_tree_classifier: (options, width) => {
    const read = boostingOptions(options, width);
    return function* (set) {
      return boosted(yield* boostedTrees(set, read('logistic')), true);
    };
  },
  gradient_boosted_tree_regression: (options, width) => {
    const read = boostingOptions(options, width);
    const loss = options.text('LOSS_TYPE') === 'absolute' ? 'absolute' : 'squared';
    return function* (set) {
      return boosted(yield* boostedTrees(set, read(loss)), false);
    };
  },
  kmeans: (options) => {
    const read = {
      clusters: options.number('NUM_CLUSTERS', wholeFrom(2)),
      maxIterations: options.number('MAX_ITER', wholeFrom(0)),
      tolerance: options.number('TOL', notNegative),
      distance: options.text('DISTANCE_TYPE') === 'cosine' ? 'cosine' : 'euclidean',
      isRandomStart: options.text('KMEANS_INIT_METHOD') === 'random',
      seed: seed(options),
    } as const;
    return function* (set) {
      const centres = yield* kMeans(set, read);
      return { kind: 'clusters', centres: centres.map((each) => [...each]), distance: read.distance };
    };
  },
};

const notNegative: Check = { accepts: (value) => value >= 0, words: 'a number from 0 on' };
const positive: Check = { accepts: (value) => value > 0, words: 'a number above 0' };
const share: Check = { accepts: (value) => value >= 0 && value <= 1, words: 'a number from 0 to 1' };
const positiveShare: Check = {
  accepts: (value) => value > 0 && value <= 1,
  words: 'a number above 0, up to 1',
};
const depth: Check = {
  accepts: (value) => Number.isInteger(value) && value >= 0 && value <= 30,
  words: 'a whole number from 0 to 30',
};
/** The numbers of intervals are kept in 16 bits. */
const bins: Check = {
  accepts: (value) => Number.isInteger(value) && value >= 2 && value <= 2 ** 16,
  words: `a whole number from 2 to ${2 ** 16}`,
};

/** What holds without SEED: the same rows give the same model. */
const usualSeed = 42;

function seed(options: OptionReader): number {
  return options.isGiven('SEED')
    ? options.number('SEED', { accepts: Number.isSafeInteger, words: 'a whole number' })
    : usualSeed;
}

function penalty(options: OptionReader): { readonly penalty: number; readonly absoluteShare: number } {
  return {
    penalty: options.number('REG_PARAM', notNegative),
    absoluteShare: options.number('ELASTIC_NET_PARAM', share),
  };
}

const oneTree = { trees: 1, subsampling: 1, isBootstrapped: false, featuresPerSplit: Infinity } as const;

function treeOptions(
  options: OptionReader,
): Pick<ForestOptions, 'maxDepth' | 'maxBins' | 'minRows' | 'minGain' | 'seed'> {
  return {
    maxDepth: options.number('MAX_DEPTH', depth),
    maxBins: options.number('MAX_BINS', bins),
    minRows: options.number('MIN_INSTANCES_PER_NODE', wholeFrom(1)),
    minGain: options.number('MIN_INFO_GAIN', notNegative),
    seed: seed(options),
  };
}

function classImpurity(options: OptionReader): 'gini' | 'entropy' {
  return options.text('IMPURITY') === 'entropy' ? 'entropy' : 'gini';
}

function forestOptions(
  options: OptionReader,
  width: () => number,
  impurity: ForestOptions['impurity'],
  usual: string,
): () => ForestOptions {
  const trees = options.number('NUM_TREES', wholeFrom(1));
  const read = {
    ...treeOptions(options),
    impurity,
    trees,
    subsampling: options.number('SUBSAMPLING_RATE', positiveShare),
    isBootstrapped: options.boolean('BOOTSTRAP') && trees > 1,
  };
  const count = featureCount(options, trees === 1 ? 'all' : usual);
  return () => ({ ...read, featuresPerSplit: count(width()) });
}

function boostingOptions(
  options: OptionReader,
  width: () => number,
): (loss: BoostingOptions['loss']) => BoostingOptions {
  const read = {
    ...treeOptions(options),
    iterations: options.number('MAX_ITER', wholeFrom(1)),
    stepSize: options.number('STEP_SIZE', positiveShare),
    subsampling: options.number('SUBSAMPLING_RATE', positiveShare),
    isBootstrapped: false,
  };
  const count = featureCount(options, 'all');
  return (loss) => ({ ...read, loss, featuresPerSplit: count(width()) });
}

/** How many features a split looks at, by the number of all. */
function featureCount(options: OptionReader, usual: string): (width: number) => number {
  const strategy = options.text('FEATURE_SUBSET_STRATEGY') ?? 'auto';
  const words: Readonly<Record<string, (width: number) => number>> = {
    all: (width) => width,
    sqrt: (width) => Math.ceil(Math.sqrt(width)),
    log2: (width) => Math.max(1, Math.ceil(Math.log2(width))),
    onethird: (width) => Math.ceil(width / 3),
  };
  const word = words[strategy === 'auto' ? usual : strategy];
  if (word) return word;
  const number = options.number('FEATURE_SUBSET_STRATEGY', positive);
  const isShare = strategy.includes('.') && number <= 1;
  return (width) => Math.min(width, Math.ceil(isShare ? number * width : number));
}

function boosted({ trees, weights }: BoostedTrees, isLogistic: boolean): ModelBody {
  return { kind: 'boostedTrees', trees: [...trees], weights: [...weights], isLogistic };
}
