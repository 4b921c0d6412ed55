import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (process.argv.some((argument) => transports.some((each) => argument.startsWith(each)))) {
  startServer(createConnection(ProposedFeatures.all));
} else {
  process.stderr.write('Feature SQL language server. Start it with --stdio or --node-ipc from an editor.\n');
  process.exitCode = 2;
}
