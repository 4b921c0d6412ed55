import {
  bayes,
  bisectingKMeans,
  boosting,
  classificationTree,
  everyClassifier,
  everyModel,
  everyRegression,
  factorization,
  families,
  fitIntercept,
  forest,
  gaussianMixture,
  isotonic,
  iterative,
  kMeans,
  network,
  penalties,
  regressionTree,
  seeded,
  standardization,
  survival,
  topics,
  weighted,
  type ModelOption,
} from './modelOptions';

/** A value of the option MODEL_TYPE. */
export interface ModelType {
  readonly name: string;
  readonly task: 'regression' | 'classification' | 'clustering';
  readonly summary: string;
  readonly options: readonly ModelOption[];
}

function regression(name: string, summary: string, ...options: readonly ModelOption[]): ModelType {
  return { name, task: 'regression', summary, options: [...everyRegression, ...options] };
}

function classification(name: string, summary: string, ...options: readonly ModelOption[]): ModelType {
  return { name, task: 'classification', summary, options: [...everyClassifier, ...options] };
}

function clustering(name: string, summary: string, ...options: readonly ModelOption[]): ModelType {
  return { name, task: 'clustering', summary, options: [...everyModel, ...options] };
}

/** The kinds of models of Query Service, those that are used most first. */
export const modelTypes: readonly ModelType[] = [
  classification(
    'logistic_reg',
    'Logistic regression: the probability of each class from a weighted sum',
    ...iterative,
    ...penalties,
    fitIntercept,
    standardization,
    ...weighted,
  ),
  regression(
    'linear_reg',
    'Linear regression: a weighted sum of the features',
    ...iterative,
    ...penalties,
    fitIntercept,
    standardization,
    ...weighted,
  ),
  clustering('kmeans', 'Groups rows around centres', ...kMeans, ...seeded, ...weighted),
  classification(
    'random_forest_classifier',
    'Votes of many trees, each on its own draw of the rows',
    ...classificationTree,
    ...forest,
    ...seeded,
    ...weighted,
  ),
  regression(
    'random_forest_regression',
    'Mean of many trees, each on its own draw of the rows',
    ...regressionTree,
    ...forest,
    ...seeded,
    ...weighted,
  ),
  classification(
    'gradient_boosted_tree_classifier',
    'Trees one after another, each on what those before it got wrong; two classes',
    ...boosting(['logistic']),
    ...seeded,
    ...weighted,
  ),
  regression(
    'gradient_boosted_tree_regression',
    'Trees one after another, each on what those before it missed',
    ...boosting(['squared', 'absolute']),
    ...seeded,
    ...weighted,
  ),
  classification(
    'decision_tree_classifier',
    'Questions about single features that lead to a class',
    ...classificationTree,
    ...seeded,
    ...weighted,
  ),
  regression(
    'decision_tree_regression',
    'Questions about single features that lead to a number',
    ...regressionTree,
    ...seeded,
    ...weighted,
  ),
  regression(
    'generalized_linear_reg',
    'A linear model of a label that is a count, a share or another quantity',
    ...families,
    ...iterative,
    ...penalties.slice(0, 1),
    fitIntercept,
    ...weighted,
  ),
  classification(
    'linear_svc_classifier',
    'A plane between two classes with the widest margin',
    ...iterative,
    ...penalties.slice(0, 1),
    fitIntercept,
    standardization,
    ...weighted,
  ),
  classification(
    'naive_bayes_classifier',
    'Bayes, as if features did not hang together',
    ...bayes,
    ...weighted,
  ),
  classification('multilayer_perceptron_classifier', 'A network of layers', ...network, ...seeded),
  classification(
    'factorization_machines_classifier',
    'A linear model with pairs of features; two classes',
    ...factorization,
    ...seeded,
  ),
  regression(
    'factorization_machines_regression',
    'A linear model with pairs of features',
    ...factorization,
    ...seeded,
  ),
  regression('isotonic_regression', 'A line of steps that only rises', ...isotonic, ...weighted),
  regression('survival_regression', 'The time until an event that some rows did not see', ...survival),
  clustering('bisecting_kmeans', 'Groups rows by dividing groups in two', ...bisectingKMeans, ...seeded),
  clustering('gaussian_mixture', 'Groups rows by normal distributions', ...gaussianMixture, ...seeded),
  clustering('lda', 'Topics of texts', ...topics, ...seeded),
];

/** The type of a name; documentation also writes `LogisticRegression`. */
export function findModelType(name: string): ModelType | undefined {
  return byName.get(plainName(name));
}

/** The option of a name, among those of a type; `LABEL` and its like are among them. */
export function findModelOption(type: ModelType, name: string): ModelOption | undefined {
  const plain = plainName(name);
  return type.options.find((option) => plainName(option.name) === plain);
}

/** Whether an option says the type: MODEL_TYPE, or TYPE. */
export function isTypeOption(name: string): boolean {
  return ['modeltype', 'type'].includes(plainName(name));
}

/** Names of types and options are compared without case and underscores: REGPARAM is REG_PARAM. */
export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

const otherNames: Readonly<Record<string, string>> = {
  LinearRegression: 'linear_reg',
  LogisticRegression: 'logistic_reg',
};

const byName: ReadonlyMap<string, ModelType> = new Map([
  ...modelTypes.map((type) => [plainName(type.name), type] as const),
  ...Object.entries(otherNames).flatMap(([other, name]) => {
    const type = modelTypes.find((each) => each.name === name);
    return type ? [[plainName(other), type] as const] : [];
  }),
]);
