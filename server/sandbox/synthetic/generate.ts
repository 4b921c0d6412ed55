import type { DuckDBConnection } from '@duckdb/node-api';
import { interruptible } from '../session/interruptible';
import { createDataset, lakeTable } from '../store/createDataset';
import type { Database } from '../store/database';
import type { StoredDataset } from '../store/datasets';
import { addSnapshot, type Snapshot } from '../store/snapshots';
import { openOutline, type OutlineRow } from './outline';
import { createRandom } from './random';
import type { Scenario } from './scenario';
import type { SimulatedEvent } from './simulateUser';

export interface GenerateOptions {
  readonly scenario: Scenario;
  readonly events: number;
  readonly seed: number;
  /** With the leading underscore. */
  readonly tenant: string;
  /** Milliseconds since 1970; when the data ends. */
  readonly now: number;
  /** Told now and then how many events are written. */
  readonly onProgress?: (events: number) => void;
  /** Stops the work, and nothing of it stays. */
  readonly signal?: AbortSignal;
}

const week = 7 * 24 * 3_600_000;
const minute = 60_000;
/** Events that are held in memory at a time. */
const sliceSize = 500_000;
const mostBatches = 128;
const fewestInBatch = 500;

/** Puts the data sets of a scenario into a database, all in one transaction. */
export async function generate(database: Database, options: GenerateOptions): Promise<void> {
  const { signal = new AbortController().signal } = options;
  await database.transaction((connection) =>
    interruptible(connection, signal, async () => {
      const users = await writeEvents(connection, options);
      await writeProfiles(connection, options, users);
    }),
  );
  await database.checkpoint();
}

/** One snapshot of the events: the users' data arrive in batches, one user's always in one. */
interface Batch {
  readonly snapshot: Snapshot;
  readonly at: number;
  rows: number;
}

/** Answers how many users there are. */
async function writeEvents(connection: DuckDBConnection, options: GenerateOptions): Promise<number> {
  const { scenario } = options;
  const { dataset, schema } = scenario.events(options.tenant, options.now);
  await createDataset(connection, dataset, schema);
  const outline = await openOutline(connection);
  const insert = `INSERT INTO ${lakeTable(dataset)} BY NAME ${scenario.eventRows(options.seed, options.tenant, outline.table)}`;
  const batches: Batch[] = [];
  let written = 0;
  let users = 0;
  let slice: OutlineRow[] = [];
  // The database fills in a slice while the next one is simulated.
  let filling: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await filling;
    options.signal?.throwIfAborted();
    await outline.fill(slice);
    slice = [];
    filling = connection.run(insert);
    // Its error is that of the next flush, or of the end.
    filling.catch(() => undefined);
    options.onProgress?.(written);
  };
  for (; written < options.events; users++) {
    const random = createRandom(options.seed, users);
    const events = scenario.simulate(random, startOf(options)).slice(0, options.events - written);
    if (events.length === 0) continue;
    const batch = batchAt(batches, written, options);
    for (const event of events) slice.push(outlineRow(event, users, written++, batch, options));
    batch.rows += events.length;
    if (slice.length >= sliceSize) await flush();
  }
  if (slice.length > 0) await flush();
  await filling;
  options.signal?.throwIfAborted();
  await outline.close();
  for (const batch of batches) await recordBatch(connection, dataset, batch);
  return users;
}

/** The batch of the user whose first event has the number `written`. */
function batchAt(batches: Batch[], written: number, { events, now }: GenerateOptions): Batch {
  const planned = Math.min(mostBatches, Math.ceil(events / fewestInBatch));
  const current = batches.at(-1);
  if (current && written < (batches.length * events) / planned) return current;
  const at = now - (planned - batches.length) * minute;
  const parentId = current?.snapshot.id;
  const batch = { at, rows: 0, snapshot: { id: BigInt(at) * 1000n, parentId, generation: batches.length } };
  batches.push(batch);
  return batch;
}

function outlineRow(
  event: SimulatedEvent,
  user: number,
  number: number,
  batch: Batch,
  options: GenerateOptions,
): OutlineRow {
  const { type, visit = 0, about = 0, detail = 0 } = event;
  const at = BigInt(startOf(options) + event.at) * 1000n;
  return { number, user, type, at, snapshot: batch.snapshot.id, visit, about, detail };
}

/** When the simulation begins, in milliseconds since 1970. */
function startOf({ scenario, now }: GenerateOptions): number {
  return now - (scenario.simulatedWeeks + scenario.weeksBeforeEnd) * week;
}

async function recordBatch(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  batch: Batch,
): Promise<void> {
  await addSnapshot(connection, dataset.id, batch.snapshot, { rows: BigInt(batch.rows), at: batch.at });
}

async function writeProfiles(
  connection: DuckDBConnection,
  options: GenerateOptions,
  users: number,
): Promise<void> {
  const { dataset, schema } = options.scenario.profiles(options.tenant, options.now);
  await createDataset(connection, dataset, schema);
  const snapshot: Snapshot = { id: BigInt(options.now) * 1000n, parentId: undefined, generation: 0 };
  const rows = options.scenario.profileRows(options.seed, options.tenant, {
    users,
    createdAt: startOf(options),
    snapshot: snapshot.id,
  });
  await connection.run(`INSERT INTO ${lakeTable(dataset)} BY NAME ${rows}`);
  await addSnapshot(connection, dataset.id, snapshot, { rows: BigInt(users), at: options.now });
}
