/** The families of models, by what their options have in common. */
type Family =
  'tree' | 'forest' | 'boosted' | 'linear' | 'factorization' | 'network' | 'bayes' | 'clusters' | 'other';

/** The model types of Query Service. */
export const modelTypes: Readonly<Record<string, Family>> = {
  logistic_reg: 'linear',
  linear_reg: 'linear',
  generalized_linear_reg: 'linear',
  linear_svc_classifier: 'linear',
  random_forest_classifier: 'forest',
  random_forest_regression: 'forest',
  gradient_boosted_tree_classifier: 'boosted',
  gradient_boosted_tree_regression: 'boosted',
  decision_tree_classifier: 'tree',
  decision_tree_regression: 'tree',
  factorization_machines_classifier: 'factorization',
  factorization_machines_regression: 'factorization',
  multilayer_perceptron_classifier: 'network',
  naive_bayes_classifier: 'bayes',
  isotonic_regression: 'other',
  survival_regression: 'other',
  kmeans: 'clusters',
  bisecting_kmeans: 'clusters',
  gaussian_mixture: 'clusters',
  lda: 'clusters',
};

interface ModelOption {
  readonly name: string;
  readonly snippet: string;
  /** Absent for options of every model. */
  readonly families?: readonly Family[];
}

const trees: readonly Family[] = ['tree', 'forest', 'boosted'];
const iterative: readonly Family[] = ['linear', 'boosted', 'factorization', 'network', 'clusters'];

const options: readonly ModelOption[] = [
  { name: 'MODEL_TYPE', snippet: `MODEL_TYPE='\${1|${Object.keys(modelTypes).join(',')}|}'` },
  { name: 'LABEL', snippet: "LABEL='${1:column}'" },
  { name: 'MAX_ITER', snippet: 'MAX_ITER=${1:100}', families: iterative },
  { name: 'REGPARAM', snippet: 'REGPARAM=${1:0.1}', families: ['linear', 'factorization'] },
  { name: 'ELASTICNETPARAM', snippet: 'ELASTICNETPARAM=${1:0}', families: ['linear'] },
  { name: 'FIT_INTERCEPT', snippet: 'FIT_INTERCEPT=${1|true,false|}', families: ['linear', 'factorization'] },
  { name: 'TOL', snippet: 'TOL=${1:0.000001}', families: ['linear', 'factorization', 'network', 'clusters'] },
  { name: 'FAMILY', snippet: "FAMILY='${1|gaussian,binomial,poisson,gamma,tweedie|}'", families: ['linear'] },
  { name: 'MAX_DEPTH', snippet: 'MAX_DEPTH=${1:5}', families: trees },
  { name: 'MAX_BINS', snippet: 'MAX_BINS=${1:32}', families: trees },
  { name: 'IMPURITY', snippet: "IMPURITY='${1|gini,entropy|}'", families: trees },
  { name: 'MIN_INFO_GAIN', snippet: 'MIN_INFO_GAIN=${1:0}', families: trees },
  { name: 'MIN_INSTANCES_PER_NODE', snippet: 'MIN_INSTANCES_PER_NODE=${1:1}', families: trees },
  { name: 'NUM_TREES', snippet: 'NUM_TREES=${1:20}', families: ['forest'] },
  { name: 'SUBSAMPLING_RATE', snippet: 'SUBSAMPLING_RATE=${1:1}', families: ['forest', 'boosted'] },
  { name: 'STEP_SIZE', snippet: 'STEP_SIZE=${1:0.1}', families: ['boosted', 'network', 'factorization'] },
  { name: 'SMOOTHING', snippet: 'SMOOTHING=${1:1}', families: ['bayes'] },
  { name: 'NUM_CLUSTERS', snippet: 'NUM_CLUSTERS=${1:2}', families: ['clusters'] },
  { name: 'DISTANCE_TYPE', snippet: "DISTANCE_TYPE='${1|euclidean,cosine|}'", families: ['clusters'] },
  { name: 'WEIGHT_COL', snippet: "WEIGHT_COL='${1:column}'" },
  { name: 'PREDICTION_COL', snippet: "PREDICTION_COL='${1:prediction}'" },
  { name: 'SEED', snippet: 'SEED=${1:42}' },
];

/** The options that a model of a type takes, or any of them where the type is not known; clusters have no label. */
export function modelOptions(type: string | undefined): readonly ModelOption[] {
  const family = type === undefined ? undefined : modelTypes[type.toLowerCase()];
  if (family === undefined) return options;
  return options.filter(
    ({ name, families }) =>
      (families === undefined || families.includes(family)) && !(family === 'clusters' && name === 'LABEL'),
  );
}
