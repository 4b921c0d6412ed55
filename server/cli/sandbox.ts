import { runSandbox, sandboxUsage } from '../sandbox/runSandbox';
import { analyzeTypes } from './analyzeTypes';
import type { Command } from './commandHost';

export const sandboxCommand: Command = {
  name: 'sandbox',
  summary: 'Run a local sandbox until it is ended',
  usage: sandboxUsage,
  run: ({ arguments: args, environment, stdout, stderr, ending }) =>
    runSandbox({
      analyzeTypes,
      arguments: args,
      environment,
      stdout: stdout.stream,
      stderr: stderr.stream,
      ending,
    }),
};
