/** The rows that a model learns from, in memory. */
export interface TrainingSet {
  readonly rows: number;
  /** Features of a row. */
  readonly width: number;
  /** Row after row. */
  readonly features: Float64Array;
  /** One a row; zeros for models without label. */
  readonly labels: Float64Array;
  /** How much each row counts. */
  readonly weights: Float64Array;
}

/** The number of classes: labels are the whole numbers below it. */
export function classesOf({ labels }: TrainingSet): number {
  return labels.reduce((most, label) => Math.max(most, label), 0) + 1;
}
