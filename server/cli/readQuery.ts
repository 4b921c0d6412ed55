import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { substituteParameters } from '../protocol/queryParameters';
import { UsageError, type CommandHost } from './commandHost';

/** A query as it was written and as it is sent. */
export interface Query {
  /** What messages call the place that it comes from: a file, or `-e`. */
  readonly label: string;
  readonly written: string;
  /** With values in the place of parameters. */
  readonly sent: string;
  /** Turns an offset into `sent` into one into `written`. */
  readonly toWritten: (offset: number) => number;
}

/** The options of commands that take a query. */
export const queryOptions = {
  execute: { type: 'string', short: 'e' },
  parameter: { type: 'string', short: 'p', multiple: true },
} as const;

/** Reads the query from `-e`, from a file, or from standard input for `-`, and puts the values of parameters in. */
export async function readQuery(
  host: CommandHost,
  files: readonly string[],
  options: { readonly execute?: string | undefined; readonly parameter?: readonly string[] | undefined },
): Promise<Query> {
  const { label, written } = await readWritten(host, files, options.execute);
  const substitution = substituteParameters(written, readParameters(options.parameter ?? []));
  if (substitution.status === 'missing') {
    const names = substitution.names.map((name) => `$${name}`).join(', ');
    const example = `-p ${substitution.names[0]}=VALUE`;
    throw new UsageError(`${label} has parameters without a value: ${names}. Give each one with ${example}`);
  }
  return { label, written, sent: substitution.sql, toWritten: substitution.toOriginal };
}

async function readWritten(
  host: CommandHost,
  files: readonly string[],
  sql: string | undefined,
): Promise<Pick<Query, 'label' | 'written'>> {
  const [file, ...others] = files;
  if (sql !== undefined && file !== undefined) throw new UsageError('Give either a file or -e, not both');
  if (sql !== undefined) return { label: '-e', written: sql };
  if (file === undefined) throw new UsageError('Give a file with the query, or the query itself with -e');
  if (others.length > 0)
    throw new UsageError(`Only one file can be run at a time, but ${files.length} are given`);
  if (file === '-') return { label: 'standard input', written: await text(host.stdin) };
  return { label: file, written: await readText(file) };
}

/** Reads a text file; a `UsageError` says why it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'its permissions do not allow it',
    };
    throw new UsageError(`Could not read ${file}: ${reasons[code ?? ''] ?? message}`);
  }
}

function readParameters(settings: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    settings.map((setting) => {
      const [, name, value] = /^([A-Za-z_]\w*)=([^]*)$/.exec(setting) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError(`-p takes name=value, not "${setting}"`);
      }
      return [name, value];
    }),
  );
}
