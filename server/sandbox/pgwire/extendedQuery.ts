import { VARCHAR, type DuckDBType } from '@duckdb/node-api';
import type { ParameterReader } from '../session/openStatement';
import type { Session } from '../session/session';
import { SqlError, sqlStates } from '../session/sqlError';
import {
  describeStatement,
  openStatement,
  splitStatements,
  type SessionStatement,
} from '../session/statements';
import {
  bindComplete,
  closeComplete,
  commandComplete,
  copyDone,
  emptyQueryResponse,
  noData,
  parameterDescription,
  parseComplete,
  portalSuspended,
  rowDescription,
} from './backendMessages';
import type { Channel } from './channel';
import type { BindMessage, FrontendMessage, Target } from './frontendMessages';
import { Portal } from './portal';
import { columnCodec, type CodecOptions } from './values/columnCodec';
import { parameterValue } from './values/parameterValue';
import { oids, pgType } from './values/pgType';

interface PreparedStatement {
  readonly sql: string;
  /** Absent for a text without a statement. */
  readonly statement: SessionStatement | undefined;
  readonly parameterTypes: readonly number[];
}

/** The prepared statements and portals of one session, and the messages that work on them. */
export class ExtendedQuery {
  readonly #session: Session;
  readonly #codecOptions: () => CodecOptions;
  readonly #statements = new Map<string, PreparedStatement>();
  /** A portal without a statement comes from an empty text. */
  readonly #portals = new Map<string, { readonly portal: Portal | undefined; readonly sql: string }>();

  constructor(session: Session, codecOptions: () => CodecOptions) {
    this.#session = session;
    this.#codecOptions = codecOptions;
  }

  /** The text that the offset of an error in `message` counts in. */
  textOf(message: FrontendMessage): string | undefined {
    switch (message.kind) {
      case 'parse':
        return message.sql;
      case 'bind':
        return this.#statements.get(message.statement)?.sql;
      case 'execute':
        return this.#portals.get(message.portal)?.sql;
      case 'describe':
        return (message.target === 'portal' ? this.#portals : this.#statements).get(message.name)?.sql;
      default:
        return undefined;
    }
  }

  async parse(channel: Channel, message: Extract<FrontendMessage, { kind: 'parse' }>): Promise<void> {
    if (message.name !== '' && this.#statements.has(message.name)) {
      throw new SqlError(sqlStates.duplicateStatement, 'Prepared statement already exists', {
        detail: message.name,
      });
    }
    const statements = splitStatements(message.sql);
    if (statements.length > 1) {
      throw new SqlError(sqlStates.syntaxError, 'A prepared statement can hold one command only');
    }
    const prepared = { sql: message.sql, statement: statements[0], parameterTypes: message.parameterTypes };
    this.#statements.set(message.name, prepared);
    await channel.send(parseComplete);
  }

  async bind(channel: Channel, message: BindMessage, signal: AbortSignal): Promise<void> {
    const prepared = this.#prepared(message.statement);
    if (message.portal !== '' && this.#portals.has(message.portal)) {
      throw new SqlError(sqlStates.duplicateCursor, 'Portal already exists', { detail: message.portal });
    }
    await this.#closePortal(message.portal);
    const portal = prepared.statement && (await this.#open(prepared, prepared.statement, message, signal));
    this.#portals.set(message.portal, { portal, sql: prepared.sql });
    await channel.send(bindComplete);
  }

  async describe(channel: Channel, target: Target, name: string): Promise<void> {
    if (target === 'portal') await channel.send(this.#portal(name)?.description() ?? noData);
    else await this.#describeStatement(channel, this.#prepared(name));
  }

  async execute(channel: Channel, name: string, maxRows: number, signal: AbortSignal): Promise<void> {
    const portal = this.#portal(name);
    if (!portal) {
      await channel.send(emptyQueryResponse);
      return;
    }
    const { copiesOut } = portal.statement;
    if (!portal.atEnd) {
      if (copiesOut) await channel.send(portal.header() ?? noData);
      const sent = await portal.sender.sendRows(channel, copiesOut ? 0 : maxRows, signal);
      portal.rows += BigInt(sent.rows);
      portal.atEnd = sent.atEnd;
      if (copiesOut) await channel.send(copyDone);
    }
    await channel.send(
      portal.atEnd ? commandComplete(portal.statement.commandTag(portal.rows)) : portalSuspended,
    );
  }

  /** Closing what there is not is no error. */
  async close(channel: Channel, target: Target, name: string): Promise<void> {
    if (target === 'portal') await this.#closePortal(name);
    else this.#statements.delete(name);
    await channel.send(closeComplete);
  }

  /** Portals live as long as the transaction. */
  async closePortals(): Promise<void> {
    for (const name of [...this.#portals.keys()]) await this.#closePortal(name);
  }

  async #open(
    prepared: PreparedStatement,
    statement: SessionStatement,
    message: BindMessage,
    signal: AbortSignal,
  ): Promise<Portal> {
    const { parameters, parameterFormats: formats } = message;
    const readParameter: ParameterReader = (index, expected) => {
      if (index >= parameters.length) {
        throw new SqlError(sqlStates.undefinedParameter, 'There is no value for a parameter', {
          detail: `$${index + 1}`,
        });
      }
      const format = formats.length === 1 ? (formats[0] as number) : (formats[index] ?? 0);
      const bound = { bytes: parameters[index], format, oid: prepared.parameterTypes[index] ?? 0 };
      return parameterValue(bound, expected);
    };
    const opened = await openStatement(this.#session, statement, { parameters: readParameter, signal });
    try {
      return new Portal(opened, message.resultFormats, this.#codecOptions());
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async #describeStatement(
    channel: Channel,
    { statement, parameterTypes }: PreparedStatement,
  ): Promise<void> {
    const { parameters, columns } = statement
      ? await describeStatement(this.#session, statement)
      : { parameters: [], columns: undefined };
    const oidOf = (type: DuckDBType | undefined): number => (type ? pgType(type).oid : oids.text);
    await channel.send(
      parameterDescription(parameters.map((type, index) => parameterTypes[index] || oidOf(type))),
    );
    const options = this.#codecOptions();
    const fields = columns?.map(({ name, type }) => columnCodec(name, type ?? VARCHAR, 0, options).field);
    await channel.send(fields ? rowDescription(fields) : noData);
  }

  async #closePortal(name: string): Promise<void> {
    const open = this.#portals.get(name);
    this.#portals.delete(name);
    await open?.portal?.statement.close();
  }

  #prepared(name: string): PreparedStatement {
    const prepared = this.#statements.get(name);
    if (prepared) return prepared;
    throw new SqlError(sqlStates.invalidStatementName, 'Prepared statement does not exist', { detail: name });
  }

  #portal(name: string): Portal | undefined {
    const open = this.#portals.get(name);
    if (open) return open.portal;
    throw new SqlError(sqlStates.invalidCursorName, 'Portal does not exist', { detail: name });
  }
}
