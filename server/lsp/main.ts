import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

// An editor runs many processes: rather collect a little earlier than grow to several times of what is in use.
setFlagsFromString('--heap-growing-percent=40');

if (process.argv.some((argument) => transports.some((each) => argument.startsWith(each)))) {
  startServer(createConnection(ProposedFeatures.all));
} else {
  process.stderr.write('Feature SQL language server. Start it with --stdio or --node-ipc from an editor.\n');
  process.exitCode = 2;
}
