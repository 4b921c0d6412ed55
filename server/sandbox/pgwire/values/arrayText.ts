import { invalidParameter } from './invalidParameter';

/** The elements of an array as texts; `undefined` is the SQL null. */
export type ArrayText = readonly (string | undefined | ArrayText)[];

/** Arrays within arrays; PostgreSQL has no more either. */
const deepest = 6;

/** Reads PostgreSQL's text of an array: `{a,"b c",NULL,{1,2}}`. Throws a `SqlError` for any other text. */
export function readArrayText(text: string): ArrayText {
  const reader = new ArrayReader(text.trim());
  return reader.whole();
}

class ArrayReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): ArrayText {
    const items = this.#array(1);
    if (this.#at < this.#text.length) throw this.#invalid();
    return items;
  }

  #array(depth: number): ArrayText {
    if (!this.#takes('{') || depth > deepest) throw this.#invalid();
    const items: (string | undefined | ArrayText)[] = [];
    if (this.#takes('}')) return items;
    do items.push(this.#item(depth));
    while (this.#takes(','));
    if (!this.#takes('}')) throw this.#invalid();
    return items;
  }

  #item(depth: number): string | undefined | ArrayText {
    if (this.#text[this.#at] === '{') return this.#array(depth + 1);
    const quoted = this.#match(/"((?:[^"\\]|\\.)*)"/sy);
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, '$1');
    const plain = this.#match(/([^{}",]+)/y);
    if (plain === undefined) throw this.#invalid();
    return /^null$/i.test(plain.trim()) ? undefined : plain.trim();
  }

  #takes(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match?.[1];
  }

  #invalid(): Error {
    return invalidParameter(this.#text, 'array');
  }
}
