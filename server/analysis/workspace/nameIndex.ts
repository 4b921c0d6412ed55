import type { StatementNames } from './statementNames';

/** Where a lasting name is made. */
export interface Maker {
  readonly uri: string;
  /** As it is written there. */
  readonly name: string;
  readonly key: string;
}

/** Which files make which names, and which of them need which others: from what their texts say alone. */
export class NameIndex {
  private readonly makers = new Map<string, Maker[]>();
  private readersOfKeys: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  private readonly needed = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly files: ReadonlyMap<string, { readonly names: readonly StatementNames[] }>,
    /** The catalog has a table of this name, so that nobody looks for it in other files. */
    private readonly isKnown: (key: string) => boolean,
  ) {
    for (const [uri, { names }] of files) this.add(uri, names);
  }

  /** The files that make a lasting name, each once. */
  makersOf(key: string): readonly Maker[] {
    return this.makers.get(key) ?? [];
  }

  allMakers(): Iterable<readonly Maker[]> {
    return this.makers.values();
  }

  /** The statements of a file that the last one to make a name needs, itself included, in order. */
  statementsFor(uri: string, key: string): readonly number[] {
    const names = this.files.get(uri)?.names ?? [];
    const wanted = new Set<number>();
    const add = (wantedKey: string, before: number): void => {
      const at = lastMaker(names, wantedKey, before);
      if (at < 0 || wanted.has(at)) return;
      wanted.add(at);
      for (const read of names[at]?.reads ?? []) add(read, at);
    };
    add(key, names.length);
    return [...wanted].sort((a, b) => a - b);
  }

  /** A name is made, by way of other files, from itself. */
  isCyclic(uri: string, key: string): boolean {
    return this.namesNeededFor(uri, key).has(placeOf(uri, key));
  }

  /** The other files that what a file reads is made by, at any remove. */
  filesNeededBy(uri: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const read of this.readsElsewhere(uri, undefined)) {
      for (const maker of this.makersOf(read)) {
        if (maker.uri === uri) continue;
        found.add(maker.uri);
        for (const place of this.namesNeededFor(maker.uri, read)) found.add(uriOf(place));
      }
    }
    found.delete(uri);
    return found;
  }

  /** The files that read what a file makes, at any remove; the file itself is not among them. */
  filesNeeding(uri: string): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [uri];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const { changes } of this.files.get(next)?.names ?? []) {
        for (const { key, lasting } of changes) {
          for (const reader of (lasting && this.readers.get(key)) || []) {
            if (found.has(reader) || reader === uri) continue;
            found.add(reader);
            waiting.push(reader);
          }
        }
      }
    }
    return found;
  }

  /** The files in which a name is made, dropped or read. */
  filesWith(key: string): ReadonlySet<string> {
    return new Set([...this.makersOf(key).map(({ uri }) => uri), ...(this.readers.get(key) ?? [])]);
  }

  private add(uri: string, names: readonly StatementNames[]): void {
    for (const { changes } of names) {
      for (const { kind, key, name, lasting } of changes) {
        const makers = this.makers.get(key) ?? [];
        if (kind !== 'make' || !lasting || makers.some((maker) => maker.uri === uri)) continue;
        this.makers.set(key, [...makers, { uri, name, key }]);
      }
    }
  }

  /** Which files read a name: built when it is first asked for, as typing does not need it. */
  private get readers(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.readersOfKeys) return this.readersOfKeys;
    const found = new Map<string, Set<string>>();
    for (const [uri, { names }] of this.files) {
      for (const key of names.flatMap(({ reads }) => reads)) {
        const readers = found.get(key);
        if (readers) readers.add(uri);
        else found.set(key, new Set([uri]));
      }
    }
    this.readersOfKeys = found;
    return found;
  }

  private namesNeededFor(uri: string, key: string): ReadonlySet<string> {
    const start = placeOf(uri, key);
    let found = this.needed.get(start);
    if (!found) {
      found = this.search(uri, key);
      this.needed.set(start, found);
    }
    return found;
  }

  private search(uri: string, key: string): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [{ uri, key }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { uri: here } = next;
      for (const read of this.readsElsewhere(here, next.key)) {
        for (const maker of this.makersOf(read)) {
          const place = placeOf(maker.uri, read);
          if (maker.uri === here || found.has(place)) continue;
          found.add(place);
          waiting.push({ uri: maker.uri, key: read });
        }
      }
    }
    return found;
  }

  /** What is read by the statements that make a name, or by all; what the catalog knows is not looked for. */
  private readsElsewhere(uri: string, key: string | undefined): readonly string[] {
    const names = this.files.get(uri)?.names ?? [];
    const statements = key === undefined ? names.keys() : this.statementsFor(uri, key);
    return [...statements].flatMap((at) => names[at]?.reads.filter((read) => !this.isKnown(read)) ?? []);
  }
}

/** The last statement before one that makes or drops a name; -1 when there is none. */
function lastMaker(names: readonly StatementNames[], key: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    if (names[at]?.changes.some((change) => change.key === key)) return at;
  }
  return -1;
}

function placeOf(uri: string, key: string): string {
  return `${uri}\n${key}`;
}

function uriOf(place: string): string {
  return place.slice(0, place.indexOf('\n'));
}
