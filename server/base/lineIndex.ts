/** Zero-based, in UTF-16 units. */
export interface LineAndCharacter {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin. A line ends with `\n`, `\r\n` or a lone `\r`, as in the language server protocol. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offsets outside of the text count as its nearer end. */
  position(offset: number): LineAndCharacter {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.starts[low] as number) };
  }

  /** A character past the end of its line counts as the line's end. */
  offset({ line, character }: LineAndCharacter): number {
    const start = this.starts[line];
    if (start === undefined) return line < 0 ? 0 : this.text.length;
    return Math.min(start + Math.max(character, 0), start + this.lineText(line).length);
  }

  /** A line without its end. */
  lineText(line: number): string {
    const text = this.text.slice(this.starts[line] ?? this.text.length, this.starts[line + 1]);
    return text.replace(/\r?\n$|\r$/, '');
  }
}
