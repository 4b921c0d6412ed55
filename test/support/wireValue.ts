import { parseType } from '../../server/catalog/typeText';
import type { DataType } from '../../server/catalog/types';
import type { RecordedValue } from './recording';

/** Reads a value as Query Service writes it as text, in the form of the oracle's recordings. */
export function wireValue(type: string, text: string | null): RecordedValue {
  return text === null
    ? null
    : new WireReader(text).whole(parseType(type.replace(/\bvoid\b/g, 'string').replace(/_ntz\b/g, '')));
}

class WireReader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(type: DataType): RecordedValue {
    if (!isNested(type)) return scalarValue(type, this.text);
    const value = this.nested(type);
    if (this.at < this.text.length) throw new Error(`More than one value: ${this.text}`);
    return value;
  }

  private nested(type: DataType): RecordedValue {
    switch (type.kind) {
      case 'struct':
        return this.list('(', ')', ',', (index) => this.member(fieldType(type, index)));
      case 'array':
        return this.list('{', '}', ',', () => this.element(type.element));
      case 'map':
        return this.list('[', ']', ', ', () => {
          const key = this.member(type.key);
          this.expect(' -> ');
          return [key, this.member(type.value)];
        }).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      case 'scalar':
      case 'decimal':
      case 'unknown':
        throw new Error(`Not nested: ${type.kind}`);
    }
  }

  private list(open: string, close: string, between: string, item: (index: number) => RecordedValue) {
    const items: RecordedValue[] = [];
    this.expect(open);
    while (!this.text.startsWith(close, this.at)) {
      if (items.length > 0) this.expect(between);
      items.push(item(items.length));
    }
    this.expect(close);
    return items;
  }

  /** Of an array: a nested value stands there as it is. */
  private element(type: DataType): RecordedValue {
    if (isNested(type) && !this.text.startsWith('NULL', this.at)) return this.nested(type);
    return this.member(type);
  }

  /** Of a struct or a map: a nested value is quoted. */
  private member(type: DataType): RecordedValue {
    const quoted = this.take(/"((?:[^"\\]|\\.|"")*)"/y);
    if (quoted !== undefined) return new WireReader(quoted.replace(/\\(.)|"(")/gs, '$1$2')).whole(type);
    const plain = this.take(/((?:(?! -> |, )[^,(){}[\]"])*)/y) ?? '';
    return plain === 'NULL' ? null : new WireReader(plain).whole(type);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match?.[1];
  }

  private expect(sign: string): void {
    if (!this.text.startsWith(sign, this.at)) throw new Error(`No ${sign} at ${this.at} of ${this.text}`);
    this.at += sign.length;
  }
}

function fieldType(type: Extract<DataType, { kind: 'struct' }>, index: number): DataType {
  const field = type.fields[index];
  if (!field) throw new Error('A struct has more members than fields');
  return field.type;
}

function isNested({ kind }: DataType): boolean {
  return kind === 'struct' || kind === 'array' || kind === 'map';
}

function scalarValue(type: DataType, text: string): RecordedValue {
  if (type.kind !== 'scalar') return text;
  switch (type.name) {
    case 'boolean':
      return text === 't' ? true : text === 'f' ? false : text;
    case 'binary':
      return text.replace(/^\\x/, '').toUpperCase();
    case 'timestamp':
      return text.replace(
        /(?:\.(\d+))?$/,
        (_, fraction: string | undefined) => `.${(fraction ?? '').padEnd(6, '0')}`,
      );
    case 'string':
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
    case 'date':
      return text;
  }
}
