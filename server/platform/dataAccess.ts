import { z } from 'zod';
import type { Platform } from './http';

const link = z.looseObject({ self: z.looseObject({ href: z.string() }) });

/** The files of a batch. */
export const batchFiles = z.looseObject({
  data: z.array(
    z.looseObject({
      dataSetFileId: z.string(),
      dataSetViewId: z.string().optional(),
      _links: link.optional(),
    }),
  ),
});

/** What is behind the id of a file: its parts, by name. */
export const fileParts = z.looseObject({
  data: z.array(
    z.looseObject({
      name: z.string(),
      /** Bytes, as text. */
      length: z.union([z.string(), z.number()]),
      _links: link.optional(),
    }),
  ),
});

/** The first rows of a data set. */
export const datasetPreview = z.looseObject({ data: z.array(z.record(z.string(), z.unknown())) });

const root = '/data/foundation/export';

/** The ids of a batch's files. */
export async function listBatchFiles(
  platform: Platform,
  batchId: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const path = `${root}/batches/${encodeURIComponent(batchId)}/files`;
  const { data } = await platform.call(batchFiles, { method: 'GET', path, signal });
  return data.map(({ dataSetFileId }) => dataSetFileId);
}

export async function listFileParts(
  platform: Platform,
  fileId: string,
  signal?: AbortSignal,
): Promise<z.infer<typeof fileParts>['data']> {
  const path = `${root}/files/${encodeURIComponent(fileId)}`;
  return (await platform.call(fileParts, { method: 'GET', path, signal })).data;
}

/** The bytes of a part, as they come. */
export async function openFilePart(
  platform: Platform,
  { fileId, name }: { readonly fileId: string; readonly name: string },
  signal?: AbortSignal,
): Promise<Response> {
  const path = `${root}/files/${encodeURIComponent(fileId)}`;
  return await platform.send({ method: 'GET', path, query: { path: name }, signal });
}
