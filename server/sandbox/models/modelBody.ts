import { z } from 'zod';
import type { Tree } from './training/growTree';

const tree: z.ZodType<Tree> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('split'),
      feature: z.number(),
      threshold: z.number(),
      left: tree,
      right: tree,
    }),
    z.object({ kind: z.literal('leaf'), prediction: z.number(), numbers: z.array(z.number()) }),
  ]),
);

/** What a training has found, as it is kept. */
export type ModelBody = z.infer<typeof modelBody>;

export const modelBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear'), coefficients: z.array(z.number()), intercept: z.number() }),
  /** For two classes one list of coefficients, for the second; for more a list for each. */
  z.object({
    kind: z.literal('logistic'),
    coefficients: z.array(z.array(z.number())),
    intercepts: z.array(z.number()),
  }),
  /** Each tree gives the share of each class; one tree alone counts its rows. */
  z.object({ kind: z.literal('classTrees'), trees: z.array(tree), classes: z.number() }),
  z.object({ kind: z.literal('meanTrees'), trees: z.array(tree) }),
  z.object({
    kind: z.literal('boostedTrees'),
    trees: z.array(tree),
    weights: z.array(z.number()),
    /** The sum is the half of the logarithm of the odds of the second class; else it is the prediction. */
    isLogistic: z.boolean(),
  }),
  z.object({
    kind: z.literal('clusters'),
    centres: z.array(z.array(z.number())),
    distance: z.enum(['euclidean', 'cosine']),
  }),
]);
