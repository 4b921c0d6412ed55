import { endOfProcess, runSandbox } from '../sandbox/runSandbox';
import { analyzeTypes } from './analyzeTypes';

// Each statement that runs occupies a thread of this pool; it takes its size from here when it is first used.
process.env['UV_THREADPOOL_SIZE'] ??= '32';

void runSandbox({
  analyzeTypes,
  arguments: process.argv.slice(2),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  ending: endOfProcess(),
}).then((code) => {
  process.exitCode = code;
  // The pipe of standard input would keep the process alive.
  process.stdin.destroy();
});
