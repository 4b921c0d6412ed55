import type { Socket } from 'node:net';
import Cursor from 'pg-cursor';
import pg from 'pg';
import type { RandomSource } from './random';

/** What the sessions did, and what was wrong with it. */
export interface SoakCounts {
  statements: number;
  rows: number;
  cancels: number;
  disconnects: number;
  readonly wrong: string[];
}

export interface SoakSession {
  readonly index: number;
  readonly config: pg.ClientConfig;
  readonly random: RandomSource;
  readonly counts: SoakCounts;
  /** Rows of the events. */
  readonly events: number;
  readonly isOver: () => boolean;
}

const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.id * b.id) % 7 = 1';

type Step = (client: pg.Client, session: SoakSession) => Promise<boolean>;

/** Connects again and again, and does one thing after another; a step answers whether the session lives on. */
export async function soakSession(session: SoakSession): Promise<void> {
  while (!session.isOver()) {
    const client = new pg.Client(session.config);
    client.on('error', () => undefined);
    await client.connect();
    const table = `soak_${session.index}`;
    await client.query(`DROP TABLE IF EXISTS ${table}`);
    let isAlive = true;
    while (isAlive && !session.isOver()) isAlive = await session.random.pick(steps)(client, session);
    if (isAlive) await client.end();
  }
}

const steps: readonly Step[] = [
  readSequence,
  readSequence,
  countEvents,
  readPages,
  write,
  cancel,
  disconnect,
];

async function readSequence(client: pg.Client, session: SoakSession): Promise<boolean> {
  const count = session.random.below(5_000);
  const sql = `SELECT id, id * CAST($1 AS bigint) AS product, concat('row ', id) AS text FROM range(${count}) ORDER BY id LIMIT 0`;
  const { rows } = await client.query({ text: sql, values: ['3'], rowMode: 'array' });
  expectRows(session, rows as string[][], 0, count);
  return true;
}

async function countEvents(client: pg.Client, session: SoakSession): Promise<boolean> {
  const { rows } = await client.query(
    'SELECT count(*) AS n, count(DISTINCT _id) AS ids FROM ecommerce_events',
  );
  const expected = String(session.events);
  expectSame(session, JSON.stringify(rows), JSON.stringify([{ n: expected, ids: expected }]));
  return true;
}

/** Reads some pages of a long result, and leaves the rest. */
async function readPages(client: pg.Client, session: SoakSession): Promise<boolean> {
  const sql = `SELECT id, id * 3 AS product, concat('row ', id) AS text FROM range(1000000)`;
  const cursor = client.query(new Cursor<string[]>(sql, [], { rowMode: 'array' }));
  let at = 0;
  for (let pages = session.random.below(6); pages > 0; pages--) {
    const size = 1 + session.random.below(3_000);
    expectRows(session, await cursor.read(size), at, size);
    at += size;
  }
  await cursor.close();
  return true;
}

async function write(client: pg.Client, session: SoakSession): Promise<boolean> {
  const table = `soak_${session.index}`;
  const count = 1 + session.random.below(2_000);
  await client.query(`CREATE TABLE ${table} AS SELECT id FROM range(${count})`);
  await client.query(`INSERT INTO ${table} SELECT id FROM range(${count})`);
  const { rows } = await client.query(`SELECT count(*) AS n FROM ${table}`);
  expectSame(session, JSON.stringify(rows), JSON.stringify([{ n: String(2 * count) }]));
  await client.query(`DROP TABLE ${table}`);
  return true;
}

async function cancel(client: pg.Client, session: SoakSession): Promise<boolean> {
  const running = client.query(endless).then(
    () => 'rows',
    (error: pg.DatabaseError) => error.code,
  );
  await session.random.pause(50);
  const other = new pg.Client(session.config) as pg.Client & {
    cancel: (client: pg.Client, query: unknown) => void;
  };
  const { processID, secretKey } = client as unknown as { processID: number; secretKey: number };
  const { connection } = other as unknown as {
    connection: {
      connect: (port: number, host: string) => void;
      cancel: (processId: number, secret: number) => void;
      on: (event: string, listener: () => void) => void;
    };
  };
  connection.on('connect', () => connection.cancel(processID, secretKey));
  connection.on('error', () => undefined);
  connection.connect(Number(session.config.port), String(session.config.host));
  expectSame(session, String(await running), '57014');
  session.counts.cancels++;
  return true;
}

/** Goes away in the middle of a statement, or of its rows. */
async function disconnect(client: pg.Client, session: SoakSession): Promise<boolean> {
  const sql = session.random.below(2) === 0 ? endless : 'SELECT * FROM ecommerce_events a, range(1000) b';
  const running = client.query(sql).catch(() => undefined);
  await session.random.pause(50);
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.destroy();
  await running;
  session.counts.disconnects++;
  return false;
}

function expectRows(session: SoakSession, rows: readonly string[][], first: number, count: number): void {
  session.counts.rows += rows.length;
  expectSame(session, String(rows.length), String(count));
  rows.forEach((row, index) => {
    const id = first + index;
    if (row[0] !== String(id) || row[1] !== String(3 * id) || row[2] !== `row ${id}`) {
      session.counts.wrong.push(`Row ${id} is ${JSON.stringify(row)}`);
    }
  });
}

function expectSame(session: SoakSession, found: string, expected: string): void {
  session.counts.statements++;
  if (found !== expected) session.counts.wrong.push(`Expected ${expected}, found ${found}`);
}
