import { ErrorCodes, ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc';
import type { z } from 'zod';
import type { EngineNotifications, EngineRequests } from '../protocol/engine';
import { Engine } from './engine';
import { messageOf, QueryError } from './queryProblem';
import { requestSchemas } from './requestSchemas';

/** The language server protocol's code for a request that ended because it was cancelled. */
const requestCancelled = -32800;

/** Answers the engine's requests on a connection; gives the engine, to be closed with it. */
export function serveEngine(connection: MessageConnection): Engine {
  const notify = <M extends keyof EngineNotifications>(method: M, value: EngineNotifications[M]): void => {
    void connection.sendNotification(method, value);
  };
  const engine = new Engine({
    runChanged: (state) => notify('engine/runChanged', state),
    exportProgress: (progress) => notify('engine/exportProgress', progress),
  });
  const answer = <M extends keyof EngineRequests>(method: M, work: Answer<M>): void => {
    connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
      const read = requestSchemas[method].safeParse(params);
      if (!read.success) throw new ResponseError(ErrorCodes.InvalidParams, complaintOf(method, read.error));
      return answerWithin(token, (signal) => work(read.data as EngineRequests[M]['params'], signal));
    });
  };
  answer('engine/testConnection', (params) => engine.testConnection(params));
  answer('engine/run', (params) => engine.run(params));
  answer('engine/cancel', async ({ runId }) => nothing(await engine.cancel(runId)));
  answer('engine/page', (params) => engine.page(params));
  answer('engine/closeRun', async ({ runId }) => nothing(await engine.closeRun(runId)));
  answer('engine/export', (params, signal) => engine.export(params, signal));
  answer('engine/catalog', (params) => engine.catalog(params));
  return engine;
}

type Answer<M extends keyof EngineRequests> = (
  params: EngineRequests[M]['params'],
  signal: AbortSignal,
) => Promise<EngineRequests[M]['result']>;

async function answerWithin<T>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cancelling = new AbortController();
  const listener = token.onCancellationRequested(() => cancelling.abort());
  // A token that was cancelled before we saw it tells nobody.
  if (token.isCancellationRequested) cancelling.abort();
  try {
    return await work(cancelling.signal);
  } catch (error) {
    if (cancelling.signal.aborted) throw new ResponseError(requestCancelled, 'The request was cancelled');
    if (error instanceof QueryError)
      throw new ResponseError(ErrorCodes.InternalError, error.message, error.problem);
    throw new ResponseError(ErrorCodes.InternalError, messageOf(error));
  } finally {
    listener.dispose();
  }
}

function complaintOf(method: string, error: z.ZodError): string {
  const [issue] = error.issues;
  return `The field ${issue?.path.join('.') || 'params'} of ${method} is not valid: ${issue?.message ?? ''}`;
}

/** JSON-RPC's result of a request that gives nothing. */
function nothing(_: void): null {
  return null;
}
