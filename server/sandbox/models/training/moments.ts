import type { TrainingSet } from './trainingSet';
import { stride, type Work } from './work';

/** Sums over weighted rows. */
export interface Moments {
  readonly weight: number;
  readonly means: Float64Array;
  /** Sums of the weighted squares of the distances from the means. */
  readonly squares: Float64Array;
}

export function* momentsOf({ rows, width, features, weights }: TrainingSet): Work<Moments> {
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  let weight = 0;
  for (let row = 0; row < rows; row++) {
    const counted = weights[row] as number;
    if (counted === 0) continue;
    weight += counted;
    for (let at = 0; at < width; at++) {
      const distance = (features[row * width + at] as number) - (means[at] as number);
      means[at] = (means[at] as number) + (distance * counted) / weight;
      squares[at] =
        (squares[at] as number) +
        counted * distance * ((features[row * width + at] as number) - (means[at] as number));
    }
    if ((row * width) % stride < width) yield;
  }
  return { weight, means, squares };
}

/** The deviations of a sample: with one row less, as for weights that count rows. */
export function sampleDeviations({ weight, squares }: Moments, rows: number): Float64Array {
  const others = weight - weight / rows;
  return squares.map((each) => (others > 0 ? Math.sqrt(each / others) : 0));
}
