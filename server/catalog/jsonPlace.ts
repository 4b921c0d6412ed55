import type { JsonKey } from './json';

export interface JsonFault {
  readonly offset: number;
  /** What should stand there: `a value`, `, or }`. */
  readonly expected: string;
}

/** Where a text stops being JSON; `undefined` when it is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  return walk(text, []).fault;
}

/** The offset of the value that the keys lead to in a JSON text, or else of the last one on the way to it. */
export function offsetInJson(text: string, path: readonly JsonKey[]): number {
  return walk(text, path).offset;
}

function walk(text: string, path: readonly JsonKey[]) {
  const walker = new Walker(text, path);
  try {
    walker.document();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { offset: walker.offset, fault: { offset: fault.offset, expected: fault.expected } };
  }
  return { offset: walker.offset, fault: undefined };
}

class Fault extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

const blanks = /[ \t\n\r]*/y;
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** How many of the wanted keys lead to a value; `off` for values beside the way. */
type Depth = number | 'off';

class Walker {
  /** Of the last value on the wanted way. */
  offset = 0;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly wanted: readonly JsonKey[],
  ) {}

  document(): void {
    this.value(0);
    this.skip(blanks);
    if (this.at < this.text.length) this.fail('the end of the text');
  }

  private value(depth: Depth): void {
    this.skip(blanks);
    if (depth !== 'off') this.offset = this.at;
    if (this.take('{')) this.members(depth);
    else if (this.take('[')) this.elements(depth);
    else if (!this.skip(string) && !this.skip(scalar)) this.fail('a value');
  }

  private members(depth: Depth): void {
    this.skip(blanks);
    if (this.take('}')) return;
    do {
      this.skip(blanks);
      const start = this.at;
      if (!this.skip(string)) this.fail('a key in double quotes');
      const key: unknown = JSON.parse(this.text.slice(start, this.at));
      this.skip(blanks);
      if (!this.take(':')) this.fail(':');
      this.value(this.below(depth, key));
      this.skip(blanks);
    } while (this.take(','));
    if (!this.take('}')) this.fail(', or }');
  }

  private elements(depth: Depth): void {
    this.skip(blanks);
    if (this.take(']')) return;
    let index = 0;
    do {
      this.value(this.below(depth, index++));
      this.skip(blanks);
    } while (this.take(','));
    if (!this.take(']')) this.fail(', or ]');
  }

  private below(depth: Depth, key: unknown): Depth {
    return depth !== 'off' && depth < this.wanted.length && this.wanted[depth] === key ? depth + 1 : 'off';
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private fail(expected: string): never {
    throw new Fault(this.at, expected);
  }
}
