import type { DataType, Field, ScalarName } from './types';

const sqlNames: Record<ScalarName, string> = {
  string: 'string',
  boolean: 'boolean',
  byte: 'tinyint',
  short: 'smallint',
  int: 'int',
  long: 'bigint',
  float: 'float',
  double: 'double',
  date: 'date',
  timestamp: 'timestamp',
  binary: 'binary',
};

const scalars: Readonly<Record<string, ScalarName>> = {
  string: 'string',
  text: 'string',
  varchar: 'string',
  char: 'string',
  character: 'string',
  boolean: 'boolean',
  byte: 'byte',
  tinyint: 'byte',
  short: 'short',
  smallint: 'short',
  int: 'int',
  integer: 'int',
  long: 'long',
  bigint: 'long',
  float: 'float',
  real: 'float',
  double: 'double',
  date: 'date',
  timestamp: 'timestamp',
  timestamp_ltz: 'timestamp',
  datetime: 'timestamp',
  binary: 'binary',
};

/** Every word that a type may begin with. */
export const typeWords: readonly string[] = [
  ...Object.keys(scalars),
  'decimal',
  'dec',
  'numeric',
  'array',
  'map',
  'struct',
];

export function scalar(name: ScalarName): DataType {
  return { kind: 'scalar', name };
}

/** A type as SQL writes it: `bigint`, `decimal(10,2)`, `struct<id:string,at:timestamp>`. */
export function printType(type: DataType): string {
  switch (type.kind) {
    case 'scalar':
      return sqlNames[type.name];
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'struct':
      return `struct<${type.fields.map(printField).join(',')}>`;
    case 'array':
      return `array<${printType(type.element)}>`;
    case 'map':
      return `map<${printType(type.key)},${printType(type.value)}>`;
    case 'unknown':
      return type.text;
  }
}

function printField(field: Field): string {
  const name = /^\w+$/.test(field.name) ? field.name : `\`${field.name.replaceAll('`', '``')}\``;
  return `${name}:${printType(field.type)}`;
}

/** Reads a type as SQL or the catalog snapshot writes it; what is no type that we know is `unknown`. */
export function parseType(text: string): DataType {
  const reader = new TypeReader(text);
  const type = reader.type();
  return type && reader.atEnd() ? type : { kind: 'unknown', text: text.trim() };
}

/** How deep types may nest; deeper ones count as unknown, as no data set has them and the stack has an end. */
const deepest = 240;

class TypeReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return this.take(/\s*/y) !== undefined && this.at === this.text.length;
  }

  type(): DataType | undefined {
    if (this.depth === deepest) return undefined;
    this.depth++;
    const type = this.ofWord();
    this.depth--;
    return type;
  }

  private ofWord(): DataType | undefined {
    const word = this.take(/\s*([A-Za-z_]\w*)/y)?.toLowerCase();
    switch (word) {
      case 'array':
        return this.array();
      case 'map':
        return this.map();
      case 'struct':
        return this.struct();
      case 'decimal':
      case 'dec':
      case 'numeric':
        return this.decimal();
      case undefined:
        return undefined;
      default:
        return this.scalar(word);
    }
  }

  private scalar(word: string): DataType | undefined {
    const name = Object.hasOwn(scalars, word) ? scalars[word] : undefined;
    this.take(word === 'double' ? /\s+precision\b/iy : /\s*\(\s*\d+\s*\)/y);
    return name && scalar(name);
  }

  private decimal(): DataType {
    const digits = this.take(/\s*\(\s*(\d+\s*(?:,\s*\d+)?)\s*\)/y)?.split(',') ?? [];
    return { kind: 'decimal', precision: Number(digits[0] ?? 10), scale: Number(digits[1] ?? 0) };
  }

  private array(): DataType | undefined {
    if (!this.sign('<')) return undefined;
    const element = this.type();
    return element && this.sign('>') ? { kind: 'array', element } : undefined;
  }

  private map(): DataType | undefined {
    if (!this.sign('<')) return undefined;
    const key = this.type();
    if (!key || !this.sign(',')) return undefined;
    const value = this.type();
    return value && this.sign('>') ? { kind: 'map', key, value } : undefined;
  }

  private struct(): DataType | undefined {
    if (!this.sign('<')) return undefined;
    const fields: Field[] = [];
    while (!this.sign('>')) {
      if (fields.length > 0 && !this.sign(',')) return undefined;
      const field = this.field();
      if (!field) return undefined;
      fields.push(field);
    }
    return { kind: 'struct', fields };
  }

  private field(): Field | undefined {
    const quoted = this.take(/\s*`((?:[^`]|``)*)`/y)?.replaceAll('``', '`');
    const name = quoted ?? this.take(/\s*([^\s:,<>`]+)/y);
    if (name === undefined) return undefined;
    this.sign(':');
    const type = this.type();
    return type && { name, type };
  }

  private sign(sign: string): boolean {
    return this.take(new RegExp(`\\s*(${sign})`, 'y')) !== undefined;
  }

  /** Moves over what the pattern matches here, and gives its first group, or else the whole. */
  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match[1] ?? match[0];
  }
}
