import type { Context } from 'hono';
import { hiddenFields, type HiddenField } from '../../access/hiddenFields';
import type { StoredDataset } from '../../store/datasets';
import { Problem } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

type LabelledDataset = Pick<StoredDataset, 'id' | 'schemaId' | 'title'>;

/** The fields of a data set that the client must not see; refuses a data set of which it must see nothing. */
export async function fieldsHiddenFrom(
  c: Context<RestEnvironment>,
  { services }: RestSandbox,
  dataset: LabelledDataset,
): Promise<readonly HiddenField[]> {
  const access = c.get('access');
  const { wholeFor, fields } = await services.database.use((connection) =>
    hiddenFields(connection, dataset, access),
  );
  const [label] = wholeFor;
  if (label === undefined) return fields;
  throw await labelProblem(services, `The data set "${dataset.title}"`, label);
}

/** Refuses a client that must not see all of a data set. */
export async function requireWholeDataset(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  dataset: LabelledDataset,
): Promise<void> {
  const [hidden] = await fieldsHiddenFrom(c, sandbox, dataset);
  if (!hidden) return;
  const what = `The field ${hidden.path.slice(1).replaceAll('/', '.')} of the data set "${dataset.title}"`;
  throw await labelProblem(sandbox.services, what, hidden.labels[0] ?? '');
}

export async function labelProblem(
  { rights }: RestSandbox['services'],
  what: string,
  label: string,
): Promise<Problem> {
  const role = await rights.roleFor(label);
  const detail = `${what} has the label ${label}, which no role of this client may see. Ask for the role "${role}"`;
  return new Problem(403, 'Forbidden', detail);
}
