import type { TranslatedSql } from './translatedSql';

/** A piece of translated SQL that remembers which place of the author's text it comes from. */
export type Fragment =
  /** The author's text from `start` up to `end`. */
  | { readonly kind: 'copied'; readonly start: number; readonly end: number }
  /** Text that stands for the place `at`. */
  | { readonly kind: 'made'; readonly text: string; readonly at: number }
  | { readonly kind: 'joined'; readonly parts: readonly Fragment[] };

export function copied(start: number, end: number): Fragment {
  return { kind: 'copied', start, end };
}

export function made(text: string, at: number): Fragment {
  return { kind: 'made', text, at };
}

export function joined(parts: readonly Fragment[]): Fragment {
  return { kind: 'joined', parts };
}

export const nothing: Fragment = joined([]);

/** Puts `separator` between the fragments. */
export function separated(parts: readonly Fragment[], separator: string, at: number): Fragment {
  return joined(parts.flatMap((part, index) => (index === 0 ? [part] : [made(separator, at), part])));
}

/** The text of a fragment, with the way back to `source`. */
export function render(fragment: Fragment, source: string): TranslatedSql {
  const pieces: string[] = [];
  /** Start of each piece in the result, and what it comes from. */
  const starts: number[] = [];
  const origins: Exclude<Fragment, { kind: 'joined' }>[] = [];
  let length = 0;
  const add = (part: Fragment): void => {
    if (part.kind === 'joined') return part.parts.forEach(add);
    const text = part.kind === 'copied' ? source.slice(part.start, part.end) : part.text;
    if (text === '') return;
    pieces.push(text);
    starts.push(length);
    origins.push(part);
    length += text.length;
  };
  add(fragment);
  return {
    sql: pieces.join(''),
    sourceOffset: (offset) => {
      const index = lastAtOrBefore(starts, offset);
      const origin = origins[index];
      if (!origin) return 0;
      if (origin.kind === 'made') return origin.at;
      return Math.min(origin.end, origin.start + offset - (starts[index] as number));
    },
  };
}

/** The index of the last number that is not above `value`; -1 when all are. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
