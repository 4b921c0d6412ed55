import { Problem } from './problem';

export interface ByteRange {
  readonly start: number;
  readonly length: number;
  /** Not the whole. */
  readonly isPart: boolean;
}

/** The bytes that a `Range` header asks for, of `size`; one that is of another form is ignored, as HTTP says. */
export function readRange(header: string | undefined, size: number): ByteRange {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, from = '', to = ''] = found ?? [];
  if (!found || (from === '' && to === '')) return { start: 0, length: size, isPart: false };
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start <= end) return { start, length: end - start + 1, isPart: true };
  throw new Problem(416, 'Range not satisfiable', `The content has ${size} bytes`, {
    'content-range': `bytes */${size}`,
  });
}
