import { join } from 'node:path';
import { Output } from './output';
import { runCli } from './runCli';

// Queries of the sandbox and of the result store occupy threads of this pool; it takes its size at its first use.
process.env['UV_THREADPOOL_SIZE'] ??= '32';

const ending = new AbortController();
process.once('SIGINT', () => ending.abort());
process.once('SIGTERM', () => ending.abort());

void runCli({
  arguments: process.argv.slice(2),
  environment: process.env,
  stdin: process.stdin,
  stdout: new Output(process.stdout),
  stderr: new Output(process.stderr),
  ending: ending.signal,
  sandboxProgram: join(__dirname, 'sandbox.js'),
}).then((code) => {
  process.exitCode = code;
});
