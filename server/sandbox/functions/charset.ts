import { unsupportedError } from '../translate/functions/userError';

interface Charset {
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

const charsets: Readonly<Record<string, Charset>> = {
  'utf-8': { encode: (text) => Buffer.from(text), decode: decoder('utf-8') },
  'us-ascii': singleBytes(0x7f),
  'iso-8859-1': singleBytes(0xff),
  'utf-16be': { encode: (text) => Buffer.from(text, 'utf16le').swap16(), decode: decoder('utf-16be') },
  'utf-16le': { encode: (text) => Buffer.from(text, 'utf16le'), decode: decoder('utf-16le') },
  'utf-16': { encode: encodeMarked, decode: decodeMarked },
};

const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'us-ascii',
  latin1: 'iso-8859-1',
  iso8859_1: 'iso-8859-1',
  utf16: 'utf-16',
};

/** Java's charsets by their names, those that Spark's documentation lists. */
export function encode(text: string, charset: string): Uint8Array {
  return charsetOf(charset).encode(text);
}

export function decode(bytes: Uint8Array, charset: string): string {
  return charsetOf(charset).decode(bytes);
}

function charsetOf(name: string): Charset {
  const lower = name.toLowerCase();
  const found = charsets[aliases[lower] ?? lower];
  if (!found) throw new Error(`${unsupportedError}the character set ${name}`);
  return found;
}

function decoder(name: string): (bytes: Uint8Array) => string {
  return (bytes) => new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
}

/** What the set does not have is `?` in bytes and the replacement character in texts. */
function singleBytes(most: number): Charset {
  return {
    encode: (text) =>
      Uint8Array.from(text, (letter) => {
        const code = letter.codePointAt(0) as number;
        return code > most ? 0x3f : code;
      }),
    decode: (bytes) =>
      Array.from(bytes, (byte) => (byte > most ? '\ufffd' : String.fromCharCode(byte))).join(''),
  };
}

/** The byte order mark comes first, unless there is no text. */
function encodeMarked(text: string): Uint8Array {
  return text === '' ? new Uint8Array() : Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
}

function decodeMarked(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isMarked = isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return decoder(isLittle ? 'utf-16le' : 'utf-16be')(isMarked ? bytes.subarray(2) : bytes);
}
