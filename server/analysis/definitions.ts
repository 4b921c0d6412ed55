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

/** What the statements so far define: a value, extended by `define`. */
export class Environment {
  private constructor(private readonly entries: ReadonlyMap<string, Definition | typeof dropped>) {}

  static readonly empty = new Environment(new Map());

  find(space: Space, name: string): Defined {
    return this.at(keyOf(space, name));
  }

  /** What a key of `keyOf` stands for. */
  at(key: string): Defined {
    return this.entries.get(key);
  }

  define(definition: Definition): Environment {
    const entries = new Map(this.entries);
    return new Environment(entries.set(keyOf(spaceOf(definition), definition.name), definition));
  }

  drop(space: Space, name: string): Environment {
    return new Environment(new Map(this.entries).set(keyOf(space, name), dropped));
  }

  *definitions(): Generator<Definition> {
    for (const entry of this.entries.values()) if (entry !== dropped) yield entry;
  }
}

/** One string for a name of a space; names know no case. */
export function keyOf(space: Space, name: string): string {
  return `${space} ${name.toLowerCase()}`;
}
