import type { DuckDBConnection } from '@duckdb/node-api';
import { factsByPath } from '../../platform/fieldFacts';
import { labelsOfDataset } from '../policy/labelsOfDataset';
import { readSchema, type StoredDataset } from '../store/datasets';
import { readDocument } from '../store/documents';
import { sampledDataset } from '../store/samples';
import { labelsRefused, type ClientAccess } from './clientAccess';

/** What of a data set a client must not see. */
export interface HiddenFields {
  /** The labels of the whole data set that it lacks: nothing of it may be seen. */
  readonly wholeFor: readonly string[];
  readonly fields: readonly HiddenField[];
}

export interface HiddenField {
  /** `/_acme/email`; fields inside an array or map are named without its step. */
  readonly path: string;
  /** Those of its labels that the client lacks. */
  readonly labels: readonly string[];
}

const nothing: HiddenFields = { wholeFor: [], fields: [] };

/** Labels stand on the data set, on its fields, and on those of its schema; a sample has those of its data set too. */
export async function hiddenFields(
  connection: DuckDBConnection,
  dataset: Pick<StoredDataset, 'id' | 'schemaId'>,
  access: ClientAccess,
): Promise<HiddenFields> {
  if (access.isAdministrator) return nothing;
  const schema = await readSchema(connection, dataset.schemaId);
  const labelled = (await sampledDataset(connection, dataset.id)) ?? dataset.id;
  const own = (await readDocument(connection, labelsOfDataset, labelled))?.body;
  const facts = factsByPath(schema?.['meta:descriptors'] ?? [], own?.optionalLabels ?? []);
  const fields = [...facts].flatMap(([path, { labels = [] }]) => {
    const refused = labelsRefused(access, labels);
    return refused.length > 0 ? [{ path, labels: refused }] : [];
  });
  return { wholeFor: labelsRefused(access, own?.labels ?? []), fields };
}

/** Whether anything of the data set is hidden. */
export function hidesAnything({ wholeFor, fields }: HiddenFields): boolean {
  return wholeFor.length > 0 || fields.length > 0;
}
