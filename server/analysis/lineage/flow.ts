import type { SyntaxNode } from '../../sql/node';
import type { Statement } from '../../sql/tree';
import type { Declassification } from './declassifications';
import type { SourceField } from './sourceField';

/**
 * How a field has a part in a column. By value: passed on as it is, changed, or made one of many rows. By influence:
 * it decides which rows there are (filter, join, group), or which rows a window sees and in what order (order).
 */
export type Way = 'copy' | 'transform' | 'aggregate' | 'filter' | 'join' | 'group' | 'order';

export type ValueWay = 'copy' | 'transform' | 'aggregate';
export type Influence = Exclude<Way, ValueWay>;

/** A place that a value passes: the Projection that makes a column of it. */
export interface Hop {
  readonly statement: Statement;
  readonly node: SyntaxNode;
  readonly next: Hop | undefined;
}

/** What one field has to do with a value. */
export interface Reach {
  readonly field: SourceField;
  readonly ways: ReadonlySet<Way>;
  /** The usage labels that come along: none by influence alone, none that was declassified on the way. */
  readonly labels: readonly string[];
  readonly declassified: readonly Declassification[];
  /** From the outermost column inwards; `undefined` for what is read straight from a table. */
  readonly hops: Hop | undefined;
}

/** The fields that a value, or the choice of rows, depends on. */
export interface Flow {
  readonly reaches: ReadonlyMap<SourceField, Reach>;
  /** False where a name or a table on the way is not known, so that there may be more. */
  readonly complete: boolean;
}

export const nothing: Flow = { reaches: new Map(), complete: true };
export const unknownFlow: Flow = { reaches: new Map(), complete: false };

const valueWays: readonly Way[] = ['copy', 'transform', 'aggregate'];

/** Every way, value before influence. */
export const wayOrder: readonly Way[] = [...valueWays, 'filter', 'join', 'group', 'order'];

export function isValue({ ways }: Reach): boolean {
  return valueWays.some((way) => ways.has(way));
}

export function union(flows: readonly Flow[]): Flow {
  const some = flows.filter((flow) => flow.reaches.size > 0 || !flow.complete);
  if (some.length < 2) return some[0] ?? nothing;
  const reaches = new Map<SourceField, Reach>();
  for (const flow of some) {
    for (const reach of flow.reaches.values()) {
      const known = reaches.get(reach.field);
      reaches.set(reach.field, known ? together(known, reach) : reach);
    }
  }
  return { reaches, complete: some.every((flow) => flow.complete) };
}

function together(a: Reach, b: Reach): Reach {
  if (a === b) return a;
  const telling = b.labels.length > a.labels.length || (!isValue(a) && isValue(b)) ? b : a;
  return {
    field: a.field,
    ways: new Set([...a.ways, ...b.ways]),
    labels: [...new Set([...a.labels, ...b.labels])],
    declassified: [...new Set([...a.declassified, ...b.declassified])],
    hops: telling.hops,
  };
}

const afterChange: Readonly<Record<'transform' | 'aggregate', Partial<Record<Way, Way>>>> = {
  transform: { copy: 'transform' },
  aggregate: { copy: 'aggregate', transform: 'aggregate' },
};

/** The flow of a value that is computed from another one. */
export function changed(flow: Flow, by: 'transform' | 'aggregate'): Flow {
  return mapped(flow, (reach) => ({
    ...reach,
    ways: new Set([...reach.ways].map((way) => afterChange[by][way] ?? way)),
  }));
}

/** The flow of what a value decides without becoming part of it: its labels stay behind. */
export function influence(flow: Flow, way: Influence): Flow {
  const ways = new Set<Way>([way]);
  return mapped(flow, ({ field }) => ({ field, ways, labels: [], declassified: [], hops: undefined }));
}

export function mapped(flow: Flow, change: (reach: Reach) => Reach): Flow {
  if (flow.reaches.size === 0) return flow;
  const reaches = new Map<SourceField, Reach>();
  for (const reach of flow.reaches.values()) reaches.set(reach.field, change(reach));
  return { reaches, complete: flow.complete };
}
