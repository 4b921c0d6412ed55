import { open } from 'node:fs/promises';

/** Bytes in which a header must end. */
const longestHeader = 1 << 20;

/** The names of the columns in the first line of a comma-separated file; `undefined` when it has no usable one. */
export async function delimitedHeader(path: string): Promise<readonly string[] | undefined> {
  const text = await startOf(path);
  const names: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  for (;;) {
    const found = field.exec(text);
    if (!found) return undefined;
    const [, quoted, plain = '', end] = found;
    names.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end !== ',') break;
  }
  const isUsable = names.every((name) => name !== '') && new Set(names).size === names.length;
  return isUsable ? names : undefined;
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
