import { Readable, Writable } from 'node:stream';
import { Output } from '../../server/cli/output';
import { runCli } from '../../server/cli/runCli';

export interface CliAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSettings {
  readonly environment?: NodeJS.ProcessEnv;
  readonly stdin?: string;
}

/** Runs the command line within this process. */
export async function cli(args: readonly string[], settings: CliSettings = {}): Promise<CliAnswer> {
  const stdout = new Collected();
  const stderr = new Collected();
  const code = await runCli({
    arguments: args,
    environment: settings.environment ?? {},
    stdin: Readable.from([settings.stdin ?? '']),
    stdout: new Output(stdout),
    stderr: new Output(stderr),
    ending: new AbortController().signal,
    sandboxProgram: 'there is none',
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
