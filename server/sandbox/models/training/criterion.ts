/** What the rows of a node say together, in a few numbers, and how mixed they are. */
export interface Criterion {
  /** How many numbers. */
  readonly size: number;
  /** Adds a row to the numbers from `offset` on. */
  readonly add: (numbers: Float64Array, offset: number, row: number) => void;
  readonly weight: (numbers: Float64Array) => number;
  readonly impurity: (numbers: Float64Array) => number;
  /** What a leaf of these rows predicts. */
  readonly predict: (numbers: Float64Array) => number;
}

/** The weight of each class. */
export function classCriterion(
  kind: 'gini' | 'entropy',
  classes: number,
  labels: Float64Array,
  weights: Float64Array,
): Criterion {
  const weight = (numbers: Float64Array): number => numbers.reduce((sum, each) => sum + each, 0);
  const term =
    kind === 'gini'
      ? (share: number): number => share * share
      : (share: number): number => (share > 0 ? share * Math.log2(share) : 0);
  return {
    size: classes,
    add: (numbers, offset, row) => {
      const at = offset + (labels[row] as number);
      numbers[at] = (numbers[at] as number) + (weights[row] as number);
    },
    weight,
    impurity: (numbers) => {
      const total = weight(numbers);
      if (total === 0) return 0;
      const start = kind === 'gini' ? 1 : 0;
      return numbers.reduce((sum, each) => sum - term(each / total), start);
    },
    predict: (numbers) => numbers.indexOf(Math.max(...numbers)),
  };
}

/** The weight, and the sums of the labels and of their squares. */
export function varianceCriterion(labels: Float64Array, weights: Float64Array): Criterion {
  return {
    size: 3,
    add: (numbers, offset, row) => {
      const weight = weights[row] as number;
      const label = labels[row] as number;
      numbers[offset] = (numbers[offset] as number) + weight;
      numbers[offset + 1] = (numbers[offset + 1] as number) + weight * label;
      numbers[offset + 2] = (numbers[offset + 2] as number) + weight * label * label;
    },
    weight: (numbers) => numbers[0] as number,
    impurity: (numbers) => {
      const [weight = 0, sum = 0, squares = 0] = numbers;
      return weight === 0 ? 0 : (squares - (sum * sum) / weight) / weight;
    },
    predict: (numbers) => (numbers[0] === 0 ? 0 : (numbers[1] as number) / (numbers[0] as number)),
  };
}
