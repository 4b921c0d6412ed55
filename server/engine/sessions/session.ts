import { Client } from 'pg';
import type { BackendKeyDataMessage, NoticeMessage, ParameterStatusMessage } from 'pg-protocol/dist/messages';
import type { Connection } from '../../protocol/connection';
import type { Row } from '../../protocol/engine';
import { sendCancelRequest } from './cancelRequest';
import { clientConfigs, isTlsRefused } from './clientConfig';
import { connectionError } from './connectionError';
import { RowCursor } from './rowCursor';
import { ScriptQuery, type ScriptSink } from './scriptQuery';

const cancelTimeout = 5_000;

/** One login to the server, used by one query at a time. */
export class Session {
  /** It holds what a later query may need: settings, temporary tables, prepared statements, a transaction. */
  hasState = false;
  onNotice: (message: string) => void = () => undefined;
  private readonly client: Client;
  private key: BackendKeyDataMessage | undefined;
  private version = '';
  private readonly ends: (() => void)[] = [];
  private over = false;

  private constructor(client: Client) {
    this.client = client;
    client.connection.on('backendKeyData', (message: BackendKeyDataMessage) => {
      this.key = message;
    });
    client.connection.on('parameterStatus', (message: ParameterStatusMessage) => {
      if (message.parameterName === 'server_version') this.version = message.parameterValue;
    });
    client.on('notice', (notice: NoticeMessage) => this.onNotice(notice.message ?? ''));
    // The query that was under way fails with it; without one, the end of the session says enough.
    client.on('error', () => this.end());
    client.on('end', () => this.end());
  }

  static async connect(connection: Connection): Promise<Session> {
    const [preferred, fallback] = clientConfigs(connection);
    try {
      return await Session.login(new Client(preferred)).catch((error: unknown) => {
        if (fallback && isTlsRefused(error)) return Session.login(new Client(fallback));
        throw error;
      });
    } catch (error) {
      throw connectionError(error, connection.profile);
    }
  }

  get serverVersion(): string {
    return this.version;
  }

  get ended(): boolean {
    return this.over;
  }

  onEnd(listener: () => void): void {
    this.ends.push(listener);
  }

  /** Sends one statement, and ends when it has run far enough to give its first `rows` rows. */
  openCursor(sql: string, rows: number): Promise<RowCursor> {
    return RowCursor.open(this.client, sql, rows);
  }

  /** Runs all statements of a text; gives their command tags. */
  async runScript(sql: string, sink: ScriptSink): Promise<readonly string[]> {
    const query = new ScriptQuery(sql, sink);
    this.client.query(query);
    return query.finished;
  }

  /** All rows of a small result of our own making. */
  async rows(sql: string): Promise<readonly Row[]> {
    const result = await this.client.query<(string | null)[]>({ text: sql, rowMode: 'array' });
    return result.rows;
  }

  /** Asks the server to stop the query under way; it may do so or not. */
  async requestCancel(): Promise<void> {
    if (!this.key) throw new Error('The server gave no key for cancel requests');
    await sendCancelRequest(
      {
        host: this.client.host,
        port: this.client.port,
        tls: this.client.ssl !== false,
        processId: this.key.processID,
        secretKey: this.key.secretKey,
      },
      cancelTimeout,
    );
  }

  async close(): Promise<void> {
    if (!this.over) await this.client.end();
  }

  /** Cuts the connection; a query under way fails here and may go on there. */
  destroy(): void {
    this.client.connection.stream.destroy();
  }

  private static async login(client: Client): Promise<Session> {
    const session = new Session(client);
    await client.connect();
    await session.showNestedAsJson();
    return session;
  }

  /** Not every server knows the setting; nested values then come in the server's own text. */
  private async showNestedAsJson(): Promise<void> {
    await this.client.query('SET auto_to_json=true').catch((error: unknown) => {
      if (this.over) throw error;
    });
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    for (const listener of this.ends) listener();
  }
}
