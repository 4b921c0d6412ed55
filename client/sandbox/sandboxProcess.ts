import { createInterface } from 'node:readline';
import { readSandboxReady, type SandboxReady } from '../../server/protocol/sandbox';
import { PlainError } from '../base/errors';
import { forkProgram } from '../base/forkProgram';
import type { Program } from '../base/forkProgram';
import { lastWords } from './lastWords';

export interface SandboxProcess {
  readonly program: Program;
  /** Rejects when the process ends before it is ready. */
  readonly ready: Promise<SandboxReady>;
  readonly ended: Promise<void>;
}

/** Enough for the report of a crash. */
const keptLines = 50;

/** Starts the local sandbox on free ports. `narrate` gets each line that it writes about its progress. */
export function startSandboxProcess(
  options: {
    readonly file: string;
    readonly dataFolder: string;
    readonly scenarios: readonly string[];
    readonly events: number;
  },
  narrate: (line: string) => void,
): SandboxProcess {
  const program = forkProgram(options.file, [
    ...['--data', options.dataFolder],
    ...['--pg-port', '0', '--http-port', '0'],
    ...['--scenario', options.scenarios.join(',')],
    ...['--events', String(options.events)],
  ]);
  const said: string[] = [];
  createInterface({ input: program.stderr }).on('line', (line) => {
    said.push(line);
    if (said.length > keptLines) said.shift();
    narrate(line);
  });
  const ended = new Promise<void>((resolve) => program.once('close', () => resolve()));
  const ready = new Promise<SandboxReady>((resolve, reject) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const read = readSandboxReady(line);
      if (read) resolve(read);
      else narrate(line);
    });
    program.once('error', reject);
    void ended.then(() => reject(new PlainError(`The local sandbox did not start. ${lastWords(said)}`)));
  });
  return { program, ready, ended };
}
