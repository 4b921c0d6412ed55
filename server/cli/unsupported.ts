import { exitCode, type Command } from './commandHost';

/** A command of which the name is known already; it refuses, so that no script takes silence for an answer. */
export function unsupported(name: string, summary: string): Command {
  return {
    name,
    summary: `${summary} (not supported yet)`,
    usage: `Usage: feature-sql ${name}\n\nNot supported yet.\n`,
    run: async ({ stderr }) => {
      stderr.line(`not supported: feature-sql ${name}`);
      return exitCode.usage;
    },
  };
}
