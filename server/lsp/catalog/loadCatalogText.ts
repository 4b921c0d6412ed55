import { emptyCatalog, type Catalog } from '../../catalog/catalog';
import { readSnapshot } from '../../catalog/readSnapshot';
import { packSnapshot, type CatalogProblem } from './packedSnapshot';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Why the snapshot cannot be used. */
  readonly problem?: CatalogProblem;
  /** What comes to light only when the columns of a large snapshot are read. */
  readonly check?: (signal: AbortSignal) => Promise<CatalogProblem | undefined>;
}

/** A smaller snapshot is read at once, as that takes no longer than a keystroke may wait. */
export const largeBytes = 1 << 20;
/** A piece is looked through in a few milliseconds. */
export const pieceBytes = 1 << 18;

/** Reads the text of a snapshot; what cannot be read gives an empty catalog. */
export async function loadCatalogText(text: string): Promise<LoadedCatalog> {
  if (text.length < largeBytes) return readSmall(text);
  const packing = await packSnapshot(piecesOf(text));
  return packing.status === 'packed' ? packing : unreadable(packing.problem);
}

export function readSmall(text: string): LoadedCatalog {
  const reading = readSnapshot(text);
  if (reading.status === 'read') return { catalog: reading.catalog };
  const { message, place } = reading;
  return unreadable({ message, place });
}

export function unreadable(problem: CatalogProblem): LoadedCatalog {
  return { catalog: emptyCatalog, problem };
}

function* piecesOf(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + pieceBytes, text.length);
    // A pair of surrogates stays together.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end++;
    yield encoder.encode(text.slice(at, end));
    at = end;
  }
}
