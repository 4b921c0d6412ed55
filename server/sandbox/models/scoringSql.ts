import type { ModelBody } from './modelBody';
import type { Tree } from './training/growTree';
import { doubleSql, doublesSql } from './transform/sql';

/** The columns that a model makes of a vector of features; those of classes are only there for classifiers. */
export interface Scores {
  /** Expressions one after another: each sees those before it under their names. */
  readonly steps: readonly (readonly [name: string, sql: string])[];
  readonly rawPrediction?: string;
  readonly probability?: string;
  readonly prediction: string;
}

/** How a model scores the vector that the SQL `features` gives. */
export function scoringSql(body: ModelBody, features: string): Scores {
  switch (body.kind) {
    case 'linear':
      return { steps: [], prediction: weightedSum(body.coefficients, body.intercept, features) };
    case 'logistic':
      return logistic(body, features);
    case 'classTrees':
      return classTrees(body, features);
    case 'meanTrees':
      return {
        steps: [],
        prediction: `list_sum([${body.trees.map((tree) => value(tree, features)).join(', ')}]) / ${body.trees.length}`,
      };
    case 'boostedTrees':
      return boosted(body, features);
    case 'clusters':
      return clusters(body, features);
  }
}

function weightedSum(coefficients: readonly number[], intercept: number, features: string): string {
  return `list_dot_product(${features}, ${doublesSql(coefficients)}) + ${doubleSql(intercept)}`;
}

function logistic(
  { coefficients, intercepts }: Extract<ModelBody, { kind: 'logistic' }>,
  features: string,
): Scores {
  const margins = coefficients.map((list, at) => weightedSum(list, intercepts[at] ?? 0, features));
  const [only] = margins;
  if (margins.length === 1) return twoClasses([['__margin', only as string]], '__margin');
  const shifted = 'list_transform(__raw, lambda x: exp(x - list_max(__raw)))';
  return classes([
    ['__raw', `[${margins.join(', ')}]`],
    ['__shares', shifted],
    ['__probability', 'list_transform(__shares, lambda x: x / list_sum(__shares))'],
  ]);
}

/** The logarithm of the odds of the second class, without overflow either way. */
function twoClasses(steps: Scores['steps'], logOdds: string): Scores {
  const small = `exp(-abs(${logOdds}))`;
  return classes([
    ...steps,
    ['__raw', '[-__margin, __margin]'],
    ['__second', `CASE WHEN ${logOdds} >= 0 THEN 1 / (1 + ${small}) ELSE ${small} / (1 + ${small}) END`],
    ['__probability', '[1 - __second, __second]'],
  ]);
}

function classes(steps: Scores['steps']): Scores {
  return {
    steps,
    rawPrediction: '__raw',
    probability: '__probability',
    // The first of the classes that are as likely.
    prediction: 'CAST(list_position(__raw, list_max(__raw)) - 1 AS DOUBLE)',
  };
}

function classTrees(
  { trees, classes: count }: Extract<ModelBody, { kind: 'classTrees' }>,
  features: string,
): Scores {
  const votes = trees.map((tree) => leafNumbers(tree, features));
  const shares = votes.map(
    (vote) => `list_transform([${vote}], lambda v: list_transform(v, lambda x: x / list_sum(v)))[1]`,
  );
  const sum = `list_transform(range(1, ${count + 1}), lambda c: list_sum(list_transform(__votes, lambda v: v[c])))`;
  return classes([
    ['__votes', `[${(trees.length === 1 ? votes : shares).join(', ')}]`],
    ['__raw', sum],
    ['__probability', 'list_transform(__raw, lambda x: x / list_sum(__raw))'],
  ]);
}

function boosted(body: Extract<ModelBody, { kind: 'boostedTrees' }>, features: string): Scores {
  const parts = body.trees.map(
    (tree, at) => `${doubleSql(body.weights[at] ?? 1)} * ${value(tree, features)}`,
  );
  const sum = `list_sum([${parts.join(', ')}])`;
  if (!body.isLogistic) return { steps: [], prediction: sum };
  return twoClasses([['__margin', sum]], '(2 * __margin)');
}

function clusters({ centres, distance }: Extract<ModelBody, { kind: 'clusters' }>, features: string): Scores {
  const call = distance === 'cosine' ? 'list_cosine_distance' : 'list_distance';
  const distances = centres.map((centre) => `${call}(${features}, ${doublesSql(centre)})`);
  return {
    steps: [['__distances', `[${distances.join(', ')}]`]],
    prediction: 'CAST(list_position(__distances, list_min(__distances)) - 1 AS DOUBLE)',
  };
}

function value(tree: Tree, features: string): string {
  return branches(tree, features, ({ prediction }) => doubleSql(prediction));
}

/** The numbers of the leaf: they stand in one list, and the questions lead to a place in it. */
function leafNumbers(tree: Tree, features: string): string {
  const leaves: string[] = [];
  const place = branches(tree, features, ({ numbers }) => String(leaves.push(doublesSql(numbers))));
  return `([${leaves.join(', ')}])[${place}]`;
}

type Leaf = Extract<Tree, { kind: 'leaf' }>;

function branches(tree: Tree, features: string, leaf: (leaf: Leaf) => string): string {
  if (tree.kind === 'leaf') return leaf(tree);
  const question = `${features}[${tree.feature + 1}] <= ${doubleSql(tree.threshold)}`;
  return `CASE WHEN ${question} THEN ${branches(tree.left, features, leaf)} ELSE ${branches(tree.right, features, leaf)} END`;
}
