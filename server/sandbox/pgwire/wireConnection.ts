import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { isFlattened } from '../databaseName';
import { Session, type SessionServices } from '../session/session';
import { initialSettings, reportedSettings, SettingTable } from '../session/settings';
import { SqlError, sqlStates } from '../session/sqlError';
import { backendKeyData, errorResponse, parameterStatus, readyForQuery } from './backendMessages';
import type { CancelKeys } from './cancelKeys';
import { type CancelKey } from './cancelKeys';
import { Channel } from './channel';
import { errorFields } from './errorFields';
import { ExtendedQuery } from './extendedQuery';
import { readMessage, type FrontendMessage } from './frontendMessages';
import { largestLoginMessage, login, type Login, type LoginOptions } from './login';
import { simpleQuery } from './simpleQuery';
import { limitErrors, type WireLimits } from './wireLimits';

/** Milliseconds that a client has to read what is left of a statement that took too long. */
const unreadTime = 5_000;

export interface WireContext {
  readonly services: SessionServices;
  readonly tls: SecureContext | undefined;
  readonly passwordCheck: LoginOptions['passwordCheck'];
  readonly checkClient: LoginOptions['checkClient'];
  readonly checkDatabase: LoginOptions['checkDatabase'];
  readonly cancelKeys: CancelKeys;
  readonly limits: WireLimits;
  /** Told of errors that are the sandbox's own. */
  readonly onInternalError: (error: unknown) => void;
}

/** Serves one connection from its first byte to its end; never throws. */
export async function serveConnection(
  socket: Socket,
  context: WireContext,
  ending: AbortSignal,
): Promise<void> {
  const channel = new Channel(socket, largestLoginMessage);
  const stop = (): void => refuse(channel, new SqlError(sqlStates.shutdown, 'The sandbox is shutting down'));
  ending.addEventListener('abort', stop);
  try {
    const loggedIn = await within(context.limits.loginTime, login(channel, context), () =>
      refuse(channel, limitErrors.loginTime()),
    );
    if (loggedIn) await new WireConnection(channel, context, loggedIn).serve();
    channel.end();
  } catch (error) {
    if (!(error instanceof SqlError)) context.onInternalError(error);
    refuse(channel, toSqlError(error));
  } finally {
    ending.removeEventListener('abort', stop);
  }
}

function refuse(channel: Channel, error: SqlError): void {
  void channel.send(errorResponse(errorFields(error, 'FATAL')));
  channel.end();
}

/** Waits for `work`, and tells when it has taken so many milliseconds. */
async function within<T>(milliseconds: number, work: Promise<T>, late: () => void): Promise<T> {
  const timer = setTimeout(late, milliseconds);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

class WireConnection {
  readonly #channel: Channel;
  readonly #context: WireContext;
  readonly #session: Session;
  readonly #extended: ExtendedQuery;
  readonly #codecOptions = () => ({
    nestedAsJson: this.#session.settings.isOn('auto_to_json'),
    nestedTypes: this.#context.services.nestedTypes,
  });
  /** Aborted to stop the statement that runs; a new one for each message. */
  #running = new AbortController();
  /** After an error in the extended protocol everything up to the next Sync is passed over. */
  #skipping = false;

  constructor(channel: Channel, context: WireContext, { user, clientId, database, parameters }: Login) {
    this.#channel = channel;
    this.#context = context;
    const applicationName = parameters['application_name'] ?? '';
    const settings = { ...initialSettings, ...reportedSettings, application_name: applicationName };
    const client = { user, clientId };
    this.#session = new Session(context.services, client, new SettingTable(settings), {
      flattens: isFlattened(database),
    });
    this.#extended = new ExtendedQuery(this.#session, this.#codecOptions);
  }

  async serve(): Promise<void> {
    if (this.#context.cancelKeys.size >= this.#context.limits.sessions) throw limitErrors.sessions();
    const key = this.#context.cancelKeys.add(() => this.#running.abort());
    const stop = (): void => this.#running.abort();
    this.#channel.closed.addEventListener('abort', stop);
    try {
      await this.#greet(key);
      await this.#answerMessages();
    } finally {
      this.#channel.closed.removeEventListener('abort', stop);
      this.#context.cancelKeys.remove(key);
      await this.#extended.closePortals();
      await this.#session[Symbol.asyncDispose]();
    }
  }

  async #greet(key: CancelKey): Promise<void> {
    for (const name of [...Object.keys(reportedSettings), 'application_name']) {
      await this.#channel.send(parameterStatus(name, this.#session.settings.get(name) ?? ''));
    }
    await this.#channel.send(backendKeyData(key.processId, key.secret));
    await this.#ready();
  }

  async #answerMessages(): Promise<void> {
    const { limits } = this.#context;
    for (;;) {
      const frame = await within(limits.idleTime, this.#channel.receive(), () =>
        refuse(this.#channel, limitErrors.idleTime()),
      );
      if (!frame) return;
      const message = readMessage(frame);
      if (message.kind === 'terminate') return;
      if (this.#skipping && message.kind !== 'sync') continue;
      this.#running = new AbortController();
      if (this.#channel.closed.aborted) return;
      await this.#answerInTime(message);
    }
  }

  async #answerInTime(message: FrontendMessage): Promise<void> {
    const { limits } = this.#context;
    let unread: NodeJS.Timeout | undefined;
    const late = setTimeout(() => {
      this.#running.abort(limitErrors.statementTime(limits));
      // The statement of a client that reads no rows does not notice.
      unread = setTimeout(() => this.#channel.destroy(), unreadTime);
    }, limits.statementTime);
    try {
      await this.#answer(message);
    } catch (error) {
      await this.#reportError(error, message);
    } finally {
      clearTimeout(late);
      clearTimeout(unread);
    }
  }

  async #answer(message: FrontendMessage): Promise<void> {
    const { signal } = this.#running;
    switch (message.kind) {
      case 'query':
        await simpleQuery(this.#channel, this.#session, message.sql, {
          signal,
          codecOptions: this.#codecOptions,
        });
        return await this.#ready();
      case 'parse':
        return await this.#extended.parse(this.#channel, message);
      case 'bind':
        return await this.#extended.bind(this.#channel, message, signal);
      case 'describe':
        return await this.#extended.describe(this.#channel, message.target, message.name);
      case 'execute':
        return await this.#extended.execute(this.#channel, message.portal, message.maxRows, signal);
      case 'close':
        return await this.#extended.close(this.#channel, message.target, message.name);
      case 'flush':
        return await this.#channel.flush();
      case 'sync':
        this.#skipping = false;
        if (!this.#session.inTransaction) await this.#extended.closePortals();
        return await this.#ready();
      case 'copy':
        // What is left of a COPY that was refused.
        return;
      case 'password':
      case 'terminate':
        throw new SqlError(sqlStates.protocolViolation, 'Unsupported message type', { detail: message.kind });
    }
  }

  async #reportError(error: unknown, message: FrontendMessage): Promise<void> {
    if (!(error instanceof SqlError)) this.#context.onInternalError(error);
    const told = this.#isStopped(error) ? (this.#running.signal.reason as SqlError) : toSqlError(error);
    const text = message.kind === 'query' ? message.sql : this.#extended.textOf(message);
    await this.#channel.send(errorResponse(errorFields(told, 'ERROR', text)));
    if (message.kind === 'query') await this.#ready();
    else {
      this.#skipping = message.kind !== 'sync';
      await this.#channel.flush();
    }
  }

  /** Whether the statement was stopped for a reason of its own, and not at the request of the client. */
  #isStopped(error: unknown): boolean {
    const isCanceled = error instanceof SqlError && error.sqlState === sqlStates.canceled;
    return isCanceled && this.#running.signal.reason instanceof SqlError;
  }

  async #ready(): Promise<void> {
    await this.#channel.send(readyForQuery(this.#session.inTransaction ? 'T' : 'I'));
    await this.#channel.flush();
  }
}

function toSqlError(error: unknown): SqlError {
  if (error instanceof SqlError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new SqlError(sqlStates.internalError, 'Internal error of the sandbox', { detail });
}
