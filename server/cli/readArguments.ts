import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './commandHost';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** The options and positional arguments of a command; what it does not know is a `UsageError`. */
export function readArguments<const O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as Parsed<O>;
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

/** Node adds advice about `--` that is longer than what it is about. */
function firstSentence(message: string): string {
  return message.split(/\. (?=To )|\n/)[0] ?? message;
}

/** Reads a whole number such as a limit. */
export function wholeNumber(option: string, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new UsageError(`${option} takes a whole number, not "${text}"`);
  return value;
}

export function oneOf<const T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}, not "${text}"`);
  return found;
}
