import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { readRunningSandbox } from '../../server/protocol/sandbox';
import { startSandbox } from '../tools/startSandbox.mjs';

const rounds = 5;

/** The training set of 1,000,000 events in the sandbox, beside the same query written for DuckDB by hand. */
export async function benchTrainingSet(print: (line: string) => void): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  try {
    const sandbox = await startSandbox(home, ['--events', '1000000']);
    const ours = await inSandbox(home).finally(() => sandbox.stop());
    const byHand = await inDuckdb(join(home, 'sandbox', 'warehouse.duckdb'));
    print(`training set of 1,000,000 events in the sandbox: ${ours.toFixed(2)} s`);
    print(
      `  written for DuckDB by hand: ${byHand.toFixed(2)} s, ours takes ${(ours / byHand).toFixed(2)} times`,
    );
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function inSandbox(home: string): Promise<number> {
  const query = await readFile('media/templates/sample-project/features/training_set.fsql', 'utf8');
  const running = readRunningSandbox(await readFile(join(home, 'sandbox', 'sandbox.json'), 'utf8'));
  if (!running) throw new Error('The sandbox does not run');
  const { host, port, dbname: database, user, password } = running.ready.pg;
  const client = new pg.Client({ host, port, database, user, password });
  await client.connect();
  try {
    return await median(async (round) => {
      await client.query(`CREATE TEMP TABLE ours_${round} AS ${query.replace(/;\s*$/, '')}`);
    });
  } finally {
    await client.end();
  }
}

async function inDuckdb(file: string): Promise<number> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await connection.run(`SET memory_limit = '2GB'`);
  try {
    return await median(async (round) => {
      await connection.run(`CREATE TEMP TABLE theirs_${round} AS ${byHand()}`);
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function median(work: (round: number) => Promise<void>): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds.sort((a, b) => a - b)[rounds >> 1] as number;
}

const counted = {
  emailsReceived: 'directMarketing.emailSent',
  emailsOpened: 'directMarketing.emailOpened',
  emailsClicked: 'directMarketing.emailClicked',
  productsViewed: 'commerce.productViews',
  propositionInteracts: 'decisioning.propositionInteract',
  propositionDismissed: 'decisioning.propositionDismiss',
  webLinkClicks: 'web.webinteraction.linkClicks',
} as const;

/** What someone who knows DuckDB would write: one named window, no conversions. */
function byHand(): string {
  const features = Object.entries(counted).flatMap(([name, eventType]) => [
    `sum(CASE WHEN eventType = '${eventType}' THEN 1 ELSE 0 END) OVER so_far AS ${name}`,
    `trunc((epoch_us(timestamp) - last_value(CASE WHEN eventType = '${eventType}' THEN epoch_us(timestamp) END IGNORE NULLS)
      OVER so_far) / 60000000) AS minutes_since_${name}`,
  ]);
  return `SELECT * FROM (
    SELECT _acme.user_id AS userId, eventType, timestamp,
      sum(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id) AS subscriptionOccurred,
      ${features.join(',\n      ')},
      row_number() OVER (PARTITION BY _acme.user_id ORDER BY random()) AS random_row_number_for_user
    FROM public.ecommerce_events
    WINDOW so_far AS (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  )
  WHERE (subscriptionOccurred = 1 AND eventType = 'web.formFilledOut')
    OR (subscriptionOccurred = 0 AND random_row_number_for_user = 1)
  ORDER BY timestamp`;
}
