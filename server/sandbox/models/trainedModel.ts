import { z } from 'zod';
import { modelBody } from './modelBody';
import { reference, stage } from './transform/stage';

/** A version of a model as it is kept: what it does to rows, and what it found in them. */
export type TrainedModel = z.infer<typeof trainedModel>;

export const trainedModel = z.object({
  /** A value of MODEL_TYPE. */
  type: z.string(),
  task: z.enum(['regression', 'classification', 'clustering']),
  stages: z.array(stage),
  /** The number of the stage whose vector the model reads. */
  features: z.number(),
  /** The number of features. */
  width: z.number(),
  label: reference.optional(),
  /** Names of the columns of predictions. */
  columns: z.object({ prediction: z.string(), probability: z.string(), rawPrediction: z.string() }),
  body: modelBody,
});
