import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { serveEngine } from './serveEngine';

// The result store's work occupies threads of this pool; it takes its size from here when it is first used.
process.env['UV_THREADPOOL_SIZE'] ??= '16';

const connection = connect();
const engine = serveEngine(connection);
connection.onClose(end);
process.once('disconnect', end);
process.once('SIGTERM', end);
// With a terminal's interrupt the editor decides what becomes of us.
process.on('SIGINT', () => undefined);
connection.listen();

/** Node's channel when the process was forked with one, else standard input and output. */
function connect(): MessageConnection {
  if (process.send && !process.argv.includes('--stdio')) {
    return createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  return createMessageConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
}

/** Whoever started the engine is gone or wants it to end. */
function end(): void {
  void engine.close().finally(() => process.exit(0));
}
