import type { Definition, Space } from './model';

export function spaceOf(definition: Definition): Space {
  switch (definition.kind) {
    case 'model':
    case 'variable':
    case 'prepared':
    case 'cursor':
      return definition.kind;
    case 'table':
    case 'view':
    case 'cte':
    case 'audience':
      return 'table';
  }
}

/** Something of this name was dropped, or files are not yet read, so that it is unknown whether it exists. */
export const dropped = Symbol('dropped');

export type Defined = Definition | typeof dropped | undefined;

type Entries = ReadonlyMap<string, Definition | typeof dropped>;

/**
 * What the statements so far define: a value, extended by `define`. A file keeps one for each of its statements, so
 * that they share their entries: these lie in layers, each more than twice as large as the next newer one.
 */
export class Environment {
  private constructor(
    private readonly entries: Entries,
    private readonly older: Environment | undefined,
  ) {}

  static readonly empty = new Environment(new Map(), undefined);

  find(space: Space, name: string): Defined {
    return this.at(keyOf(space, name));
  }

  /** What a key of `keyOf` stands for. */
  at(key: string): Defined {
    return this.entries.get(key) ?? this.older?.at(key);
  }

  define(definition: Definition): Environment {
    return this.with(keyOf(spaceOf(definition), definition.name), definition);
  }

  drop(space: Space, name: string): Environment {
    return this.with(keyOf(space, name), dropped);
  }

  *definitions(): Generator<Definition> {
    for (const entry of this.merged().values()) if (entry !== dropped) yield entry;
  }

  private with(key: string, entry: Definition | typeof dropped): Environment {
    return Environment.layered(new Map([[key, entry]]), this);
  }

  private static layered(entries: Entries, older: Environment | undefined): Environment {
    if (!older || older.entries.size > entries.size * 2) return new Environment(entries, older);
    return Environment.layered(new Map([...older.entries, ...entries]), older.older);
  }

  /** All layers as one; a name stays where it was defined first. */
  private merged(): Entries {
    return this.older ? new Map([...this.older.merged(), ...this.entries]) : this.entries;
  }
}

/** One string for a name of a space; names know no case. */
export function keyOf(space: Space, name: string): string {
  return `${space} ${name.toLowerCase()}`;
}
