import { z } from 'zod';
import type { Platform } from './http';

/** Labels on one field of a data set, which `schemaPath` names as in `/properties/_acme/properties/user_id`. */
export const fieldLabels = z.looseObject({
  option: z.looseObject({
    id: z.string().optional(),
    contentType: z.string().optional(),
    schemaPath: z.string(),
  }),
  labels: z.array(z.string()),
});

export type FieldLabels = z.infer<typeof fieldLabels>;

export const datasetLabels = z.looseObject({
  labels: z.array(z.string()),
  optionalLabels: z.array(fieldLabels).optional(),
});

export type DatasetLabels = z.infer<typeof datasetLabels>;

/** Answered under `AEP:dataset:{id}`. */
export const datasetLabelsById = z.record(z.string(), datasetLabels);

/** The usage labels of a data set and of its fields, as far as they stand on the data set. */
export async function getDatasetLabels(
  platform: Platform,
  id: string,
  signal?: AbortSignal,
): Promise<DatasetLabels> {
  const answer = await platform.call(datasetLabelsById, {
    method: 'GET',
    path: `/data/foundation/dataset/datasets/${encodeURIComponent(id)}/labels`,
    signal,
  });
  return answer[`AEP:dataset:${id}`] ?? { labels: [] };
}
