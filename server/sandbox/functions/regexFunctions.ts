import { javaRegex } from './javaRegex';
import { scalarFunction, type ScalarFunction } from './scalarFunction';
import { int, text } from './valueKind';

export const regexFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_regexp_replace', [text, text, text, int], text, regexpReplace),
  scalarFunction('spark_regexp_extract', [text, text, int], text, regexpExtract),
];

/** Replaces from a position on, which counts from 1. */
export function regexpReplace(text: string, pattern: string, replacement: string, position: number): string {
  if (position < 1) throw new Error(`The position of regexp_replace is 1 or more, not ${position}`);
  const from = position - 1;
  if (from > 0 && from >= text.length) return text;
  const replaced = text.slice(from).replace(javaRegex(pattern), (...match: unknown[]) => {
    const groups = match.slice(
      0,
      match.findIndex((part) => typeof part === 'number'),
    );
    return filledIn(replacement, groups as readonly (string | undefined)[]);
  });
  return text.slice(0, from) + replaced;
}

/** `$1` is a group, with as many digits as there are groups for; what follows a backslash is itself. */
function filledIn(replacement: string, groups: readonly (string | undefined)[]): string {
  return replacement.replace(/\\([\s\S])|\$(\d+)|[$\\]/g, (part, letter?: string, digits?: string) => {
    if (letter !== undefined) return letter;
    if (digits === undefined) throw new Error(`The replacement '${replacement}' is not valid`);
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) >= groups.length) length--;
    const group = Number(digits.slice(0, length));
    if (group >= groups.length) throw new Error(`There is no group ${part} in the regular expression`);
    return (groups[group] ?? '') + digits.slice(length);
  });
}

/** A group of the first place that matches, empty where there is none. */
export function regexpExtract(text: string, pattern: string, group: number): string {
  const match = javaRegex(pattern).exec(text);
  if (!match) return '';
  if (group < 0 || group >= match.length) {
    throw new Error(`The regular expression '${pattern}' has ${match.length - 1} groups, not ${group}`);
  }
  return match[group] ?? '';
}
