import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import { catalogOf, type Catalog } from '../../catalog/catalog';
import { ColumnsCutter, type CutColumns } from '../../catalog/columnsCutter';
import { columnsAt, placeIn, readColumns, readJson, readRoot, type Place } from '../../catalog/readSnapshot';
import type { Dataset, Field } from '../../catalog/types';

/**
 * A large snapshot as it is kept: the columns of a data set are compressed JSON until they are asked for.
 */
export interface PackedSnapshot {
  /** JSON of the snapshot, in which the data sets have no columns. */
  readonly outline: string;
  /** Of each data set in turn. */
  readonly columns: readonly Uint8Array[];
}

export interface CatalogProblem {
  readonly message: string;
  readonly place?: Place;
}

export type Packing =
  | {
      readonly status: 'packed';
      readonly snapshot: PackedSnapshot;
      readonly catalog: Catalog;
      /** Looks for problems in the columns, which nobody has read yet. */
      readonly check: (signal: AbortSignal) => Promise<CatalogProblem | undefined>;
    }
  | { readonly status: 'unreadable'; readonly problem: CatalogProblem };

const compress = promisify<Uint8Array, { readonly level: number }, Uint8Array>(deflate);
/** Compressing runs beside this thread; so many lists at most wait for it. */
const mostWaiting = 16;

/** Packs the text of a snapshot. It gives way to other work after each piece. */
export async function packSnapshot(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Packing> {
  const cutter = new ColumnsCutter();
  const places: Place[] = [];
  const columns: Uint8Array[] = [];
  const waiting: Promise<void>[] = [];
  const pack = async ({ dataset, bytes, place }: CutColumns): Promise<void> => {
    places[dataset] = place;
    columns[dataset] = await compress(bytes, { level: 1 });
  };
  for await (const piece of pieces) {
    waiting.push(...cutter.feed(piece).map(pack));
    if (waiting.length > mostWaiting) await Promise.all(waiting.splice(0));
    else await setImmediate();
  }
  await Promise.all(waiting);
  const snapshot = { outline: cutter.outline(), columns };
  const reading = readPacked(snapshot);
  if (reading.status === 'read') {
    const check = (signal: AbortSignal) => checkColumns(columns, places, signal);
    return { status: 'packed', snapshot, catalog: reading.catalog, check };
  }
  const place = cutter.placeOf(reading.offset);
  return { status: 'unreadable', problem: { message: reading.message(place), place } };
}

/** The catalog of a packed snapshot; a data set's columns are read when they are first asked for. */
export function readPacked({ outline, columns }: PackedSnapshot) {
  const reading = readJson(outline, readRoot);
  if (reading.status === 'unreadable') return reading;
  const datasets = reading.value.datasets.map((head, index) =>
    withColumns(head, () => columnsIn(columns[index], index)),
  );
  return { status: 'read', catalog: catalogOf({ ...reading.value, datasets }) } as const;
}

function withColumns(head: Dataset, read: () => readonly Field[]): Dataset {
  let known: readonly Field[] | undefined;
  return {
    ...head,
    get columns() {
      return (known ??= read());
    },
  };
}

function columnsIn(packed: Uint8Array | undefined, dataset: number): readonly Field[] {
  if (!packed) return [];
  const reading = readJson(textOf(packed), readColumns, columnsAt(dataset));
  if (reading.status === 'read') return reading.value;
  throw new Error(reading.message(placeIn('', 0)));
}

function textOf(packed: Uint8Array): string {
  return inflateSync(packed).toString('utf8');
}

/** One data set at a time, so that requests are answered in between. */
async function checkColumns(
  columns: readonly Uint8Array[],
  places: readonly Place[],
  signal: AbortSignal,
): Promise<CatalogProblem | undefined> {
  for (const [dataset, packed] of columns.entries()) {
    await setImmediate();
    if (signal.aborted) return undefined;
    const text = textOf(packed);
    const reading = readJson(text, readColumns, columnsAt(dataset));
    if (reading.status === 'read') continue;
    const within = placeIn(text, reading.offset);
    const start = places[dataset] ?? { line: 0, character: 0 };
    const character = within.line === 0 ? start.character + within.character : within.character;
    const place = { line: start.line + within.line, character };
    return { message: reading.message(place), place };
  }
  return undefined;
}
