import { fieldNamed } from '../catalog/catalog';
import type { DataType, Field } from '../catalog/types';
import { columnsNamed, systemColumns } from './schema';
import { frames } from './scope';
import { arrayOf, isUnknown, unknown } from './types/builtinTypes';
import type { Candidate, Frame, Missing, Resolution, Scope, Source } from './model';

/**
 * What a path of names means in a scope: `a`, `t.a`, `db.t.a`, `a.field`, `t.a.field`. The rules are Spark's: in a
 * layer the reading with a qualifier goes before a column of that name with fields; a layer further out is asked
 * when the inner ones have nothing. Names know no case.
 */
export function resolvePath(scope: Scope | undefined, names: readonly string[]): Resolution {
  let failure: Missing | undefined;
  for (const frame of frames(scope)) {
    const result = inFrame(frame, names);
    if (result?.status === 'missing') failure ??= result;
    else if (result) return result;
  }
  return failure ?? { status: 'missing', at: 0, searched: { kind: 'scope' } };
}

function inFrame(frame: Frame, names: readonly string[]): Resolution | undefined {
  switch (frame.kind) {
    case 'lambda': {
      const first = names[0]?.toLowerCase();
      const column = frame.columns.find((each) => each.name.toLowerCase() === first);
      return column && descend(frame, names, 0, { source: undefined, column });
    }
    case 'aliases': {
      const [column] = columnsNamed(frame.columns, names[0] ?? '');
      if (column) return descend(frame, names, 0, { source: undefined, column });
      return frame.columns.open ? { status: 'unknown' } : undefined;
    }
    case 'rows':
      return inRows(frame, names);
  }
}

function inRows(frame: Extract<Frame, { kind: 'rows' }>, names: readonly string[]): Resolution | undefined {
  const { sources, merged } = frame.rows;
  let qualifiedBut: Missing | undefined;
  for (let count = Math.min(3, names.length - 1); count > 0; count--) {
    const qualified = sources.filter((source) => isQualifiedBy(source, names, count));
    const found = pick(frame, names, count, qualified);
    if (found) return found;
    const [source] = qualified;
    if (source) qualifiedBut ??= { status: 'missing', at: count, searched: { kind: 'source', source } };
  }
  const shared = merged.find((column) => column.name.toLowerCase() === names[0]?.toLowerCase());
  if (shared) return descend(frame, names, 0, { source: undefined, column: shared });
  return pick(frame, names, 0, sources) ?? qualifiedBut;
}

function isQualifiedBy(source: Source, names: readonly string[], count: number): boolean {
  const tail = source.qualifier.slice(-count);
  return (
    tail.length === count && tail.every((part, index) => part.toLowerCase() === names[index]?.toLowerCase())
  );
}

/** The column that the name at `at` means among the sources; `undefined` when it certainly is in none. */
function pick(
  frame: Frame,
  names: readonly string[],
  at: number,
  sources: readonly Source[],
): Resolution | undefined {
  const name = names[at] ?? '';
  const candidates: Candidate[] = sources.flatMap((source) =>
    columnsNamed(source.schema, name).map((column) => ({ source, column })),
  );
  const [only, second] = candidates;
  if (only && second) return { status: 'ambiguous', candidates };
  if (sources.some((source) => mayHold(source, name))) return { status: 'unknown' };
  if (only) return descend(frame, names, at, only);
  const [system] = columnsNamed(systemColumns, name);
  const stored = system && sources.find((source) => source.dataset);
  return stored && descend(frame, names, at, { source: stored, column: system });
}

function mayHold(source: Source, name: string): boolean {
  if (source.schema.open) return true;
  // A computed column without alias has a name that only the engine knows in full.
  return !/^\w+$/.test(name) && source.schema.columns.some((column) => column.unnamed);
}

function descend(frame: Frame, names: readonly string[], at: number, candidate: Candidate): Resolution {
  const { source, column } = candidate;
  const fields: (Field | undefined)[] = [];
  let type = column.type;
  let nullable = column.nullable || source?.outerJoined === true;
  for (let index = at + 1; index < names.length; index++) {
    if (isUnknown(type)) return { status: 'unknown' };
    const step = stepInto(type, names[index] as string);
    if (!step) return { status: 'missing', at: index, searched: { kind: 'type', type } };
    fields.push(step.field);
    type = step.type;
    nullable = true;
  }
  return { status: 'found', from: frame.kind, qualifiers: at, source, column, fields, type, nullable };
}

export interface Step {
  readonly field: Field | undefined;
  readonly type: DataType;
}

/**
 * Where a name after a dot leads: to a field of a struct, to the value of a map's key; a field of an array of
 * structs gives the array of that field's values.
 */
export function stepInto(type: DataType, name: string): Step | undefined {
  if (isUnknown(type)) return { field: undefined, type: unknown };
  if (type.kind === 'struct') {
    const field = fieldNamed(type.fields, name);
    return field && { field, type: field.type };
  }
  if (type.kind === 'array') {
    const { element } = type;
    if (isUnknown(element)) return { field: undefined, type: unknown };
    const field = element.kind === 'struct' ? fieldNamed(element.fields, name) : undefined;
    return field && { field, type: arrayOf(field.type) };
  }
  return type.kind === 'map' ? { field: undefined, type: type.value } : undefined;
}
