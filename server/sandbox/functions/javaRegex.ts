import { unsupportedError } from '../translate/functions/userError';

const known = new Map<string, RegExp>();

/** A regular expression of Java's as one of JavaScript's, which searches for all. Throws for what differs too much. */
export function javaRegex(pattern: string): RegExp {
  const found = known.get(pattern) ?? compile(pattern);
  if (known.size > 200) known.clear();
  known.set(pattern, found);
  found.lastIndex = 0;
  return found;
}

/** Flags within, possessive quantifiers, quoted parts, matches that begin where the last ended, sets of sets. */
const onlyJava = /\(\?[a-z-]*[a-z][:)]|[*+?}]\+|\\[QEGXRN]|&&/;

function compile(pattern: string): RegExp {
  const [start = '', letters = ''] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  const body = pattern.slice(start.length).replace(escapes, (part) => replacements[part] ?? part);
  if (onlyJava.test(body.replace(/\\[^QEGXRN]/g, '__'))) {
    throw new Error(`${unsupportedError}the regular expression ${pattern}`);
  }
  try {
    return new RegExp(body, `gu${letters}`);
  } catch {
    // Some escapes are no errors in Java.
    return lenient(body, letters, pattern);
  }
}

function lenient(body: string, letters: string, pattern: string): RegExp {
  try {
    return new RegExp(body, `g${letters}`);
  } catch (error) {
    throw new Error(`The regular expression '${pattern}' is not valid`, { cause: error });
  }
}

const escapes = /\\\\|\\[AzZhaeH]|\\[pP]\{\w+\}/g;

const posix: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Space: '\\t-\\r ',
  XDigit: '0-9a-fA-F',
};

const replacements: Readonly<Record<string, string>> = {
  '\\A': '^',
  '\\z': '$',
  '\\Z': '(?=\\n?$)',
  '\\h': '[ \\t\\u00a0\\u2000-\\u200a]',
  '\\a': '\\x07',
  '\\e': '\\x1b',
  ...Object.fromEntries(
    Object.entries(posix).flatMap(([name, set]) => [
      [`\\p{${name}}`, `[${set}]`],
      [`\\P{${name}}`, `[^${set}]`],
    ]),
  ),
};
