import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createConnection, createProtocolConnection, ErrorCodes } from 'vscode-languageserver/node';
import { startServer } from '../../server/lsp/server';

test('a request before initialize, and one that there is not, are told apart', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(toServer, toClient));
  const client = createProtocolConnection(toClient, toServer);
  client.listen();
  const codeOf = (method: string) =>
    client.sendRequest(method, {}).then(
      () => undefined,
      (error: unknown) => (error as { readonly code: number }).code,
    );
  expect(await codeOf('textDocument/hover')).toBe(ErrorCodes.ServerNotInitialized);
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  expect(await codeOf('nonsense/method')).toBe(ErrorCodes.MethodNotFound);
  await client.sendRequest('shutdown');
  client.dispose();
});
