import type { Place } from './readSnapshot';

/** The list of a data set's columns, cut out of the text of a snapshot. */
export interface CutColumns {
  /** Which of the data sets it belongs to. */
  readonly dataset: number;
  /** JSON, if the text of the snapshot is. */
  readonly bytes: Uint8Array;
  /** Where the list begins in the text; characters in bytes. */
  readonly place: Place;
}

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** How deep in brackets the keys of the root, the data sets, and the keys of a data set lie. */
const rootDepth = 1;
const listDepth = 2;
const datasetDepth = 3;

/**
 * Cuts the columns of the data sets out of the text of a snapshot. It follows brackets and strings only, so that a
 * large file is never held or parsed as a whole; what is left is a small snapshot whose data sets have no columns.
 */
export class ColumnsCutter {
  private bytes = new Uint8Array(0);
  /** The next byte to look at. */
  private at = 0;
  private depth = 0;
  private inString = false;
  /** The last string where a key can stand; -1 for none since the last comma or colon. */
  private stringStart = -1;
  private stringEnd = -1;
  private isDatasets = false;
  private isInDatasets = false;
  private isColumns = false;
  private dataset = -1;
  /** Of the list that is being read; -1 outside of one. */
  private start = -1;
  private startPlace: Place = { line: 0, character: 0 };
  private line = 0;
  private lineStart = 0;
  private readonly decoder = new TextDecoder();
  /** Up to here the bytes are in the outline. */
  private taken = 0;
  private text = '';
  /** Where the text of the file goes on in the outline. */
  private readonly seams: { readonly offset: number; readonly place: Place }[] = [
    { offset: 0, place: { line: 0, character: 0 } },
  ];

  /** The next piece of the text; gives the lists that end in it. */
  feed(piece: Uint8Array): readonly CutColumns[] {
    this.append(piece);
    const cut: CutColumns[] = [];
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      if (this.inString && !this.skipString()) break;
      const ended = this.look(bytes[this.at] as number);
      if (ended) cut.push(ended);
    }
    return cut;
  }

  /** After the last piece: the text with `[]` for each list that was cut. */
  outline(): string {
    this.take(this.bytes.length);
    this.text += this.decoder.decode();
    return this.text;
  }

  /** Where in the file an offset of the outline is. */
  placeOf(offset: number): Place {
    const seam = this.seams.findLast((each) => each.offset <= offset) ?? this.seams[0];
    const lines = this.text.slice(seam?.offset, offset).split('\n');
    const { line = 0, character = 0 } = seam?.place ?? {};
    const last = lines.at(-1)?.length ?? 0;
    return { line: line + lines.length - 1, character: lines.length === 1 ? character + last : last };
  }

  /** Keeps of the earlier pieces what is still needed: the list or the key that is being read. */
  private append(piece: Uint8Array): void {
    const from = Math.min(
      this.start >= 0 ? this.start : this.stringStart >= 0 ? this.stringStart : this.at,
      this.bytes.length,
    );
    if (this.start < 0) this.take(from);
    const joined = new Uint8Array(this.bytes.length - from + piece.length);
    joined.set(this.bytes.subarray(from));
    joined.set(piece, this.bytes.length - from);
    this.bytes = joined;
    this.at -= from;
    this.stringStart = Math.max(-1, this.stringStart - from);
    this.stringEnd -= from;
    this.start = Math.max(-1, this.start - from);
    this.lineStart -= from;
    this.taken -= from;
  }

  private look(byte: number): CutColumns | undefined {
    switch (byte) {
      case quote:
        this.inString = true;
        if (this.isKeyDepth()) this.stringStart = this.at;
        return undefined;
      case openBrace:
      case openBracket:
        this.open(byte === openBrace);
        return undefined;
      case closeBrace:
      case closeBracket:
        return this.close();
      case colon:
        if (this.isKeyDepth()) this.key();
        return undefined;
      case comma:
        if (this.isKeyDepth()) this.endMember();
        return undefined;
      case newline:
        this.line++;
        this.lineStart = this.at + 1;
        return undefined;
      default:
        return undefined;
    }
  }

  /** To the byte after the string; `false` when that is not there yet. */
  private skipString(): boolean {
    const { bytes } = this;
    let at = this.at;
    while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
    this.at = at;
    if (at >= bytes.length) return false;
    this.inString = false;
    if (this.isKeyDepth()) this.stringEnd = at;
    this.at++;
    return this.at < bytes.length;
  }

  private isKeyDepth(): boolean {
    return this.depth === rootDepth || (this.depth === datasetDepth && this.isInDatasets);
  }

  private key(): void {
    const bytes = this.bytes.subarray(this.stringStart + 1, this.stringEnd);
    const name = this.stringStart < 0 ? undefined : new TextDecoder().decode(bytes);
    this.endMember();
    if (this.depth === rootDepth) this.isDatasets = name === 'datasets';
    else this.isColumns = name === 'columns';
  }

  private endMember(): void {
    this.stringStart = -1;
    this.isColumns = false;
    if (this.depth === rootDepth) this.isDatasets = false;
  }

  private open(isObject: boolean): void {
    if (this.depth === rootDepth) this.isInDatasets = this.isDatasets && !isObject;
    if (this.depth === listDepth && this.isInDatasets) this.dataset++;
    if (this.depth === datasetDepth && this.isColumns && !isObject) {
      this.take(this.at);
      this.start = this.at;
      this.startPlace = { line: this.line, character: this.at - this.lineStart };
    }
    this.depth++;
  }

  private close(): CutColumns | undefined {
    this.depth--;
    if (this.depth === listDepth) this.endMember();
    if (this.depth !== datasetDepth || this.start < 0) return undefined;
    const bytes = this.bytes.slice(this.start, this.at + 1);
    this.start = -1;
    this.taken = this.at + 1;
    this.text += '[]';
    const place = { line: this.line, character: this.taken - this.lineStart };
    this.seams.push({ offset: this.text.length, place });
    return { dataset: this.dataset, bytes, place: this.startPlace };
  }

  private take(to: number): void {
    this.text += this.decoder.decode(this.bytes.subarray(this.taken, to), { stream: true });
    this.taken = to;
  }
}
