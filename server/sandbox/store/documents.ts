import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import { SerialQueue } from '../../base/serialQueue';
import { inTransaction, type Database } from './database';

/** What the REST side keeps of one kind, such as query templates or flows. */
export interface DocumentKind<T> {
  readonly name: string;
  readonly body: z.ZodType<T>;
}

export interface Document<T> {
  readonly id: string;
  readonly body: T;
  /** Milliseconds since 1970, as `updated`. */
  readonly created: number;
  readonly updated: number;
  /** 1 at first, and one more with each change. */
  readonly revision: number;
}

/**
 * Small things that the REST side keeps, as JSON in one table. Changes wait for each other: two of them that were
 * under way at once could not both be kept.
 */
export class Documents {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #queue = new SerialQueue();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** All of a kind, the oldest first. */
  async list<T>(kind: DocumentKind<T>): Promise<readonly Document<T>[]> {
    const query = `SELECT ${columns} FROM platform.document WHERE kind = $1 ORDER BY created, id`;
    const found = await this.#database.use((connection) => connection.runAndReadAll(query, [kind.name]));
    return found.getRows().map((row) => toDocument(kind, row));
  }

  async get<T>(kind: DocumentKind<T>, id: string): Promise<Document<T> | undefined> {
    return await this.#database.use((connection) => readDocument(connection, kind, id));
  }

  /** Throws when there is one of this id already. */
  async insert<T>(kind: DocumentKind<T>, id: string, body: NoInfer<T>): Promise<Document<T>> {
    return await this.write((transaction) => transaction.insert(kind, id, body));
  }

  /** Answers the document as it is then, or `undefined` when there is none of this id. */
  async update<T>(
    kind: DocumentKind<T>,
    id: string,
    change: (document: Document<T>) => NoInfer<T>,
  ): Promise<Document<T> | undefined> {
    return await this.write((transaction) => transaction.update(kind, id, change));
  }

  /** Whether there was one. */
  async remove<T>(kind: DocumentKind<T>, id: string): Promise<boolean> {
    return await this.write((transaction) => transaction.remove(kind, id));
  }

  /** Runs `work` as one transaction, in which more than documents may be written; nothing else changes meanwhile. */
  async write<R>(work: (transaction: DocumentTransaction) => Promise<R>): Promise<R> {
    return await this.#database.use((connection) => this.writeOn(connection, work));
  }

  /** The same on a connection that has something for it, such as a temporary table. */
  async writeOn<R>(
    connection: DuckDBConnection,
    work: (transaction: DocumentTransaction) => Promise<R>,
  ): Promise<R> {
    return await this.#queue.run(() =>
      inTransaction(connection, () => work(new DocumentTransaction(connection, this.#now()))),
    );
  }
}

/** Changes to documents that are kept together, or not at all. */
export class DocumentTransaction {
  constructor(
    readonly connection: DuckDBConnection,
    /** Milliseconds since 1970. */
    readonly now: number,
  ) {}

  async get<T>(kind: DocumentKind<T>, id: string): Promise<Document<T> | undefined> {
    return await readDocument(this.connection, kind, id);
  }

  async insert<T>(kind: DocumentKind<T>, id: string, body: NoInfer<T>): Promise<Document<T>> {
    const document = { id, body, created: this.now, updated: this.now, revision: 1 };
    await this.connection.run('INSERT INTO platform.document VALUES ($1, $2, $3, $4, $5, $6)', [
      kind.name,
      id,
      JSON.stringify(body),
      BigInt(this.now),
      BigInt(this.now),
      1,
    ]);
    return document;
  }

  async update<T>(
    kind: DocumentKind<T>,
    id: string,
    change: (document: Document<T>) => NoInfer<T>,
  ): Promise<Document<T> | undefined> {
    const before = await this.get(kind, id);
    if (!before) return undefined;
    const after = { ...before, body: change(before), updated: this.now, revision: before.revision + 1 };
    await this.connection.run(
      'UPDATE platform.document SET body = $3, updated = $4, revision = $5 WHERE kind = $1 AND id = $2',
      [kind.name, id, JSON.stringify(after.body), BigInt(after.updated), after.revision],
    );
    return after;
  }

  async remove<T>(kind: DocumentKind<T>, id: string): Promise<boolean> {
    const found = await this.connection.runAndReadAll(
      'DELETE FROM platform.document WHERE kind = $1 AND id = $2 RETURNING id',
      [kind.name, id],
    );
    return found.currentRowCount > 0;
  }
}

const columns = 'id, body, created, updated, revision';

/** One document, on a connection that has other work too. */
export async function readDocument<T>(
  connection: DuckDBConnection,
  kind: DocumentKind<T>,
  id: string,
): Promise<Document<T> | undefined> {
  const query = `SELECT ${columns} FROM platform.document WHERE kind = $1 AND id = $2`;
  const found = await connection.runAndReadAll(query, [kind.name, id]);
  return found.getRows().map((row) => toDocument(kind, row))[0];
}

function toDocument<T>(kind: DocumentKind<T>, row: readonly DuckDBValue[]): Document<T> {
  const [id, body, created, updated, revision] = row;
  return {
    id: id as string,
    body: kind.body.parse(JSON.parse(body as string)),
    created: Number(created as bigint),
    updated: Number(updated as bigint),
    revision: revision as number,
  };
}
