import type { Extra } from './types';

/** A JSON value and where it stands, for messages: `datasets[2].columns[0].type`. */
export interface At {
  readonly path: string;
  readonly value: unknown;
}

/** A field of the snapshot that is not as the format says. */
export class SnapshotProblem extends Error {
  constructor(path: string, complaint: string) {
    super(path === '' ? `The catalog ${complaint}` : `The field ${path} of the catalog ${complaint}`);
  }
}

export class JsonObject {
  constructor(
    private readonly path: string,
    readonly value: Readonly<Record<string, unknown>>,
  ) {}

  has(key: string): boolean {
    return Object.hasOwn(this.value, key);
  }

  get(key: string): At {
    return at(this.path === '' ? key : `${this.path}.${key}`, this.has(key) ? this.value[key] : undefined);
  }
}

export function at(path: string, value: unknown): At {
  return { path, value };
}

export function objectOf(json: At): JsonObject {
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    throw new SnapshotProblem(json.path, 'must be an object');
  }
  return new JsonObject(json.path, json.value as Record<string, unknown>);
}

export function items(json: At): readonly At[] {
  if (!Array.isArray(json.value)) throw new SnapshotProblem(json.path, 'must be a list');
  return json.value.map((value: unknown, index) => at(`${json.path}[${index}]`, value));
}

export function stringOf(json: At): string {
  if (typeof json.value !== 'string') throw new SnapshotProblem(json.path, 'must be a text');
  return json.value;
}

export function booleanOf(json: At): boolean {
  if (typeof json.value !== 'boolean') throw new SnapshotProblem(json.path, 'must be true or false');
  return json.value;
}

export function oneOf<T extends string>(json: At, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === json.value);
  if (found === undefined) throw new SnapshotProblem(json.path, `must be one of ${allowed.join(', ')}`);
  return found;
}

/** What an object holds beside the keys that we know. */
export function keysBeside(object: JsonObject, known: readonly string[]): { readonly extra?: Extra } {
  const beside = Object.entries(object.value).filter(([key]) => !known.includes(key));
  return beside.length > 0 ? { extra: Object.fromEntries(beside) } : {};
}
