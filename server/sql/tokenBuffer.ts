import type { TokenKind } from './tokenKind';
import type { Tokens } from './tree';

/** Tokens while they are being collected; used again for one statement after the other. */
export class TokenBuffer {
  count = 0;
  kinds = new Uint16Array(256);
  starts = new Uint32Array(256);

  push(kind: TokenKind, start: number): void {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count++] = start;
  }

  /** The collected tokens as a value that ends at `end`; offsets count from `offset` there. */
  take(offset: number, end: number): Tokens {
    const { count } = this;
    // Both arrays share one buffer, which is a third of the memory of a short statement.
    const buffer = new ArrayBuffer(count * 6 + 4);
    const starts = new Uint32Array(buffer, 0, count + 1);
    const kinds = new Uint16Array(buffer, count * 4 + 4, count);
    kinds.set(this.kinds.subarray(0, count));
    for (let at = 0; at < count; at++) starts[at] = (this.starts[at] as number) - offset;
    starts[count] = end - offset;
    return { count, kinds, starts };
  }

  private grow(): void {
    const kinds = new Uint16Array(this.count * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const starts = new Uint32Array(this.count * 2);
    starts.set(this.starts);
    this.starts = starts;
  }
}
