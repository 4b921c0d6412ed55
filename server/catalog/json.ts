import type { Extra } from './types';

/** A JSON value and the keys that lead to it from the root of the snapshot. */
export interface At {
  readonly value: unknown;
  readonly key: JsonKey | undefined;
  readonly parent: At | undefined;
}

export type JsonKey = string | number;

/** A field of the snapshot that is not as the format says. */
export class SnapshotProblem extends Error {
  /** The keys that lead to the field. */
  readonly path: readonly JsonKey[];

  constructor(at: At, complaint: string) {
    const path = pathTo(at);
    super(
      path.length === 0
        ? `The catalog ${complaint}`
        : `The field ${pathText(path)} of the catalog ${complaint}`,
    );
    this.path = path;
  }
}

/** As messages show it: `datasets[2].columns[0].type`. */
function pathText(path: readonly JsonKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

/** The keys that lead from the root to a value. */
export function pathTo(at: At): readonly JsonKey[] {
  const path: JsonKey[] = [];
  for (let step: At | undefined = at; step?.key !== undefined; step = step.parent) path.push(step.key);
  return path.reverse();
}

export class JsonObject {
  constructor(
    private readonly at: At,
    readonly value: Readonly<Record<string, unknown>>,
  ) {}

  has(key: string): boolean {
    return Object.hasOwn(this.value, key);
  }

  get(key: string): At {
    return { value: this.has(key) ? this.value[key] : undefined, key, parent: this.at };
  }
}

export function rootAt(value: unknown): At {
  return { value, key: undefined, parent: undefined };
}

export function objectOf(json: At): JsonObject {
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    throw new SnapshotProblem(json, 'must be an object');
  }
  return new JsonObject(json, json.value as Record<string, unknown>);
}

export function items(json: At): readonly At[] {
  if (!Array.isArray(json.value)) throw new SnapshotProblem(json, 'must be a list');
  return json.value.map((value: unknown, key) => ({ value, key, parent: json }));
}

export function stringOf(json: At): string {
  if (typeof json.value !== 'string') throw new SnapshotProblem(json, 'must be a text');
  return json.value;
}

export function booleanOf(json: At): boolean {
  if (typeof json.value !== 'boolean') throw new SnapshotProblem(json, 'must be true or false');
  return json.value;
}

export function oneOf<T extends string>(json: At, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === json.value);
  if (found === undefined) throw new SnapshotProblem(json, `must be one of ${allowed.join(', ')}`);
  return found;
}

/** What an object holds beside the keys that we know. */
export function keysBeside(object: JsonObject, known: readonly string[]): { readonly extra?: Extra } {
  let extra: Record<string, unknown> | undefined;
  for (const key in object.value) {
    if (!known.includes(key)) (extra ??= {})[key] = object.value[key];
  }
  return extra ? { extra } : {};
}
