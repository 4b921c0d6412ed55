/** An option of CREATE MODEL ... OPTIONS (NAME = value). */
export interface ModelOption {
  /** As documentation writes it; statements know no case and no underscores. */
  readonly name: string;
  readonly kind: 'number' | 'integer' | 'boolean' | 'text' | 'column';
  /** What holds when it is not given; absent where it must be given, or where nothing holds. */
  readonly initial?: string;
  /** The values that a text may have. */
  readonly values?: readonly string[];
  readonly summary: string;
}

function option(
  name: string,
  kind: ModelOption['kind'],
  initial: string | undefined,
  summary: string,
  values?: readonly string[],
): ModelOption {
  return {
    name,
    kind,
    summary,
    ...(initial === undefined ? {} : { initial }),
    ...(values ? { values } : {}),
  };
}

export const label = option('LABEL', 'column', undefined, 'The column that the model learns to tell');

const maxIterations = (initial: string): ModelOption =>
  option('MAX_ITER', 'integer', initial, 'The most steps of the training');
const tolerance = (initial: string): ModelOption =>
  option('TOL', 'number', initial, 'The training ends once a step changes less than this');
const seed = option('SEED', 'integer', undefined, 'The same seed and rows give the same model');
const weight = option('WEIGHT_COL', 'column', undefined, 'A column that says how much each row counts');
const predictionColumn = option('PREDICTION_COL', 'text', 'prediction', 'Name of the column of predictions');

const classColumns: readonly ModelOption[] = [
  option('PROBABILITY_COL', 'text', 'probability', 'Name of the column of probabilities, one for each class'),
  option('RAW_PREDICTION_COL', 'text', 'rawPrediction', 'Name of the column of scores, one for each class'),
  option('ONE_VS_REST', 'boolean', 'false', 'Trains one model for each class against all others'),
];

export const everyModel: readonly ModelOption[] = [predictionColumn];
export const everyClassifier: readonly ModelOption[] = [label, predictionColumn, ...classColumns];
export const everyRegression: readonly ModelOption[] = [label, predictionColumn];

export const penalties: readonly ModelOption[] = [
  option('REG_PARAM', 'number', '0', 'Weight of the penalty on large coefficients'),
  option('ELASTIC_NET_PARAM', 'number', '0', 'Share of the absolute penalty (1) against the squared one (0)'),
];
export const fitIntercept = option(
  'FIT_INTERCEPT',
  'boolean',
  'true',
  'Whether the model has a constant term',
);
export const standardization = option(
  'STANDARDIZATION',
  'boolean',
  'true',
  'Whether features are brought to one scale before the penalty counts',
);
export const iterative: readonly ModelOption[] = [maxIterations('100'), tolerance('1e-6')];
export const weighted: readonly ModelOption[] = [weight];
export const seeded: readonly ModelOption[] = [seed];

export const families: readonly ModelOption[] = [
  option('FAMILY', 'text', 'gaussian', 'How the label is distributed', [
    'gaussian',
    'binomial',
    'poisson',
    'gamma',
    'tweedie',
  ]),
  option('LINK', 'text', undefined, 'How the mean of the label follows from the features', [
    'identity',
    'log',
    'inverse',
    'logit',
    'probit',
    'cloglog',
    'sqrt',
  ]),
];

const impurity = (values: readonly string[]): ModelOption =>
  option('IMPURITY', 'text', values[0], 'What the splits of a tree lower', values);

const treeShape: readonly ModelOption[] = [
  option('MAX_DEPTH', 'integer', '5', 'The most splits between the root of a tree and a leaf; 0 to 30'),
  option('MAX_BINS', 'integer', '32', 'The most intervals that a feature is cut into; at least 2'),
  option('MIN_INSTANCES_PER_NODE', 'integer', '1', 'The fewest rows on either side of a split'),
  option('MIN_INFO_GAIN', 'number', '0', 'The least gain for which a node is split'),
];
const subsampling = option('SUBSAMPLING_RATE', 'number', '1', 'Share of the rows that each tree learns from');
const featureSubset = option(
  'FEATURE_SUBSET_STRATEGY',
  'text',
  'auto',
  'How many features each split looks at: a number of them, a share, or a word',
  ['auto', 'all', 'sqrt', 'log2', 'onethird'],
);

export const classificationTree: readonly ModelOption[] = [...treeShape, impurity(['gini', 'entropy'])];
export const regressionTree: readonly ModelOption[] = [...treeShape, impurity(['variance'])];
export const forest: readonly ModelOption[] = [
  option('NUM_TREES', 'integer', '20', 'How many trees'),
  subsampling,
  featureSubset,
  option('BOOTSTRAP', 'boolean', 'true', 'Whether each tree draws its rows with replacement'),
];
export const boosting = (losses: readonly string[]): readonly ModelOption[] => [
  ...treeShape,
  maxIterations('20'),
  option('STEP_SIZE', 'number', '0.1', 'How much of each further tree is added; above 0, up to 1'),
  subsampling,
  featureSubset,
  option('LOSS_TYPE', 'text', losses[0], 'What the trees lower', losses),
];

const clusterCount = (name: string, initial: string): ModelOption =>
  option(name, 'integer', initial, 'How many clusters');
const distance = option('DISTANCE_TYPE', 'text', 'euclidean', 'How far rows are apart', [
  'euclidean',
  'cosine',
]);

export const kMeans: readonly ModelOption[] = [
  clusterCount('NUM_CLUSTERS', '2'),
  maxIterations('20'),
  tolerance('1e-4'),
  distance,
  option('KMEANS_INIT_METHOD', 'text', 'k-means||', 'How the first centres are chosen', [
    'k-means||',
    'random',
  ]),
  option('INIT_STEPS', 'integer', '2', 'Steps of the choice of the first centres'),
];
export const bisectingKMeans: readonly ModelOption[] = [
  clusterCount('NUM_CLUSTERS', '4'),
  maxIterations('20'),
  distance,
  option('MIN_DIVISIBLE_CLUSTER_SIZE', 'number', '1', 'The fewest rows of a cluster that is divided'),
];
export const gaussianMixture: readonly ModelOption[] = [
  clusterCount('NUM_CLUSTERS', '2'),
  maxIterations('100'),
  tolerance('0.01'),
];
export const topics: readonly ModelOption[] = [clusterCount('NUM_CLUSTERS', '10'), maxIterations('20')];

export const factorization: readonly ModelOption[] = [
  option('FACTOR_SIZE', 'integer', '8', 'Dimensions of the factors'),
  option('FIT_LINEAR', 'boolean', 'true', 'Whether the model has linear terms'),
  fitIntercept,
  ...iterative,
  option('REG_PARAM', 'number', '0', 'Weight of the penalty on large coefficients'),
  option('STEP_SIZE', 'number', '1', 'Size of the first step'),
];
export const network: readonly ModelOption[] = [
  ...iterative,
  option('STEP_SIZE', 'number', '0.03', 'Size of a step'),
  option('BLOCK_SIZE', 'integer', '128', 'Rows that are worked on together'),
];
export const bayes: readonly ModelOption[] = [
  option('SMOOTHING', 'number', '1', 'Added to every count, so that none is zero'),
];
export const survival: readonly ModelOption[] = [
  ...iterative,
  fitIntercept,
  option('CENSOR_COL', 'column', 'censor', 'A column that is 1 where the event was seen, else 0'),
];
export const isotonic: readonly ModelOption[] = [
  option('ISOTONIC', 'boolean', 'true', 'Whether the predictions rise with the feature; else they fall'),
];
