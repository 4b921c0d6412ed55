import { closest } from 'fastest-levenshtein';
import { messageOf, QueryError } from '../engine/queryProblem';
import { catalogCommand } from './catalog';
import { checkCommand } from './check';
import { exitCode, UsageError, type Command, type CommandHost } from './commandHost';
import { exportCommand } from './export';
import { formatCommand } from './format';
import { lineageCommand } from './lineage';
import { OutputClosedError } from './output';
import { isConnectionProblem } from './problemExit';
import { runCommand } from './run';
import { sandboxCommand } from './sandbox';

const commands: readonly Command[] = [
  checkCommand,
  formatCommand,
  lineageCommand,
  runCommand,
  exportCommand,
  catalogCommand,
  sandboxCommand,
];

/** Runs the command that the arguments name; gives the exit code. Never throws. */
export async function runCli(host: CommandHost): Promise<number> {
  const [name, ...rest] = host.arguments;
  const command = commands.find((each) => each.name === name);
  try {
    if (!command) return await withoutCommand(host, name);
    if (rest.includes('--help') || rest.includes('-h')) {
      await host.stdout.write(command.usage);
      return exitCode.done;
    }
    return await command.run({ ...host, arguments: rest });
  } catch (error) {
    return explain(host, error, command);
  }
}

async function withoutCommand({ stdout, stderr }: CommandHost, name: string | undefined): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    await stdout.write(overview());
    return exitCode.done;
  }
  if (name === undefined) stderr.line(overview());
  else {
    const names = commands.map((each) => each.name);
    stderr.line(
      `There is no command "${name}". Did you mean ${closest(name, names)}? feature-sql --help lists all`,
    );
  }
  return exitCode.usage;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Usage: feature-sql COMMAND [options]\n\n${list.join('')}\nfeature-sql COMMAND --help tells more.\n`;
}

function explain({ stderr, ending }: CommandHost, error: unknown, command: Command | undefined): number {
  if (error instanceof OutputClosedError) return exitCode.done;
  if (error instanceof UsageError) {
    stderr.line(`error: ${error.message}`);
    if (command) stderr.line(`feature-sql ${command.name} --help tells how it is used`);
    return exitCode.usage;
  }
  if (ending.aborted) return exitCode.interrupted;
  if (error instanceof QueryError) {
    const { message, hint } = error.problem;
    stderr.line([`error: ${message}`, ...(hint === undefined ? [] : [`hint: ${hint}`])].join('\n'));
    return isConnectionProblem(error.problem) ? exitCode.connection : exitCode.failed;
  }
  stderr.line(`error: ${messageOf(error)}`);
  return exitCode.failed;
}
