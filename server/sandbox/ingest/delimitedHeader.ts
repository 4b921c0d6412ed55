import { open } from 'node:fs/promises';

/** Bytes in which a header must end. */
const longestHeader = 1 << 20;

const delimiters = [',', '\t', ';', '|'] as const;

export interface DelimitedHeader {
  readonly names: readonly string[];
  /** What stands between columns. */
  readonly delimiter: string;
}

/**
 * The columns in the first line of a file, and what delimits them: of the usual signs, the one that makes the most
 * columns. `undefined` when the file has no usable header.
 */
export async function delimitedHeader(path: string): Promise<DelimitedHeader | undefined> {
  const text = await startOf(path);
  const headers = delimiters.flatMap((delimiter) => {
    const names = namesIn(text, delimiter);
    return names ? [{ names, delimiter }] : [];
  });
  const [best] = headers.toSorted((left, right) => right.names.length - left.names.length);
  const isUsable = best?.names.every((name) => name !== '') && new Set(best.names).size === best.names.length;
  return isUsable ? best : undefined;
}

function namesIn(text: string, delimiter: string): readonly string[] | undefined {
  const names: string[] = [];
  const sign = `\\u${delimiter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${sign}\\r\\n]*))(${sign}|\\r?\\n|\\r|$)`, 'y');
  for (;;) {
    const found = field.exec(text);
    if (!found) return undefined;
    const [, quoted, plain = '', end] = found;
    names.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end !== delimiter) return names;
  }
}

async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    return buffer
      .subarray(0, bytesRead)
      .toString()
      .replace(/^\uFEFF/, '');
  } finally {
    await file.close();
  }
}
