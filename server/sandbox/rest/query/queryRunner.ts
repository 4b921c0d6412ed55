import { randomUUID } from 'node:crypto';
import type { NewQuery } from '../../../platform/queries';
import { SqlError, sqlStates } from '../../session/sqlError';
import { findDataset, listDatasets, updateDataset } from '../../store/datasets';
import type { Document } from '../../store/documents';
import type { RestSandbox } from '../restSandbox';
import { requestText, toldRequest } from './requestText';
import { runText } from './runText';
import { Slots } from './slots';
import { storedQuery, type StoredQuery } from './storedQuery';

export interface QuerySubmission {
  readonly request: NewQuery;
  readonly clientId: string;
  readonly scheduleId?: string;
}

const mostAtOnce = 4;

/** Runs queries that no session waits for. */
export class QueryRunner {
  readonly #sandbox: RestSandbox;
  readonly #slots = new Slots(mostAtOnce);

  constructor(sandbox: RestSandbox) {
    this.#sandbox = sandbox;
  }

  /** Accepts a query, which then runs by itself; `onEnd` gets it once it has ended. */
  async submit(
    { request, clientId, scheduleId }: QuerySubmission,
    onEnd?: (query: Document<StoredQuery>) => Promise<void>,
  ): Promise<Document<StoredQuery>> {
    const { documents, jobs, services } = this.#sandbox;
    const { sql, isCTAS, isInsertInto, names } = await requestText(this.#sandbox, request);
    const datasets = (await services.database.use(listDatasets)).filter(({ table }) => names.includes(table));
    const submitted = await documents.insert(storedQuery, randomUUID(), {
      request: toldRequest(request),
      sql,
      state: 'SUBMITTED',
      rowCount: 0,
      errors: [],
      isCTAS,
      isInsertInto,
      elapsedTime: 0,
      clientId,
      userId: clientId,
      referencedDatasets: datasets.map(({ id }) => id),
      ...(scheduleId === undefined ? {} : { scheduleId }),
    });
    jobs.start(jobOf(submitted.id), async (signal) => {
      const ended = await this.#slots.run(() => this.#run(submitted, request, signal));
      await onEnd?.(ended);
    });
    return submitted;
  }

  /** Whether the query was waiting or running. */
  cancel(id: string): boolean {
    return this.#sandbox.jobs.cancel(jobOf(id));
  }

  async #run(
    { id, body: { sql, clientId } }: Document<StoredQuery>,
    request: NewQuery,
    signal: AbortSignal,
  ): Promise<Document<StoredQuery>> {
    const { access, services, now } = this.#sandbox;
    const started = now();
    const client = { user: access.pg.user, clientId };
    await this.#change(id, { state: 'IN_PROGRESS' });
    try {
      signal.throwIfAborted();
      const rowCount = await runText(services, { sql, client, signal });
      await this.#describe(request);
      return await this.#change(id, { state: 'SUCCESS', rowCount, elapsedTime: now() - started });
    } catch (error) {
      const failure = { errors: [errorOf(error)], elapsedTime: now() - started };
      const ended = await this.#change(id, { state: signal.aborted ? 'KILLED' : 'FAILED', ...failure });
      if (!(error instanceof SqlError) && !signal.aborted) throw error;
      return ended;
    }
  }

  async #change(id: string, change: Partial<StoredQuery>): Promise<Document<StoredQuery>> {
    const { documents } = this.#sandbox;
    const changed = await documents.update(storedQuery, id, ({ body }) => ({ ...body, ...change }));
    if (!changed) throw new Error(`The query ${id} was removed while it ran`);
    return changed;
  }

  /** A request that makes a data set may say what it is. */
  async #describe({ ctasParameters }: NewQuery): Promise<void> {
    const description = ctasParameters?.description;
    if (ctasParameters === undefined || description === undefined) return;
    await this.#sandbox.services.database.transaction(async (connection) => {
      const dataset = await findDataset(connection, ctasParameters.datasetName);
      if (dataset) await updateDataset(connection, { ...dataset, description });
    });
  }
}

/** Queries that the end of the sandbox ended: nothing runs them any more. */
export async function failInterruptedQueries({ documents }: Pick<RestSandbox, 'documents'>): Promise<void> {
  for (const { id, body } of await documents.list(storedQuery)) {
    if (body.state !== 'SUBMITTED' && body.state !== 'IN_PROGRESS') continue;
    const error = { code: sqlStates.shutdown, message: 'The sandbox ended while the query ran' };
    await documents.update(storedQuery, id, ({ body: before }) => ({
      ...before,
      state: 'FAILED' as const,
      errors: [{ ...error, errorType: 'SYSTEM_ERROR' }],
    }));
  }
}

function jobOf(id: string): string {
  return `query ${id}`;
}

function errorOf(error: unknown): StoredQuery['errors'][number] {
  if (error instanceof SqlError)
    return { code: error.sqlState, message: error.message, errorType: 'USER_ERROR' };
  const message =
    error instanceof Error && error.name === 'AbortError' ? 'The query was cancelled' : 'Internal error';
  return { code: sqlStates.internalError, message, errorType: 'SYSTEM_ERROR' };
}
