import pg from 'pg';
import { expect, test } from 'vitest';
import { type Disagreement, reportDisagreements } from '../support/disagreements';
import { type RecordedColumn, readRecording, type RowsAnswer } from '../support/recording';
import { sameRows } from '../support/sameRows';
import { subjectOf } from '../support/subjectOf';
import { testSandbox } from '../support/testSandbox';
import { wireValue } from '../support/wireValue';

/** The goal is 0.98; this number only ever goes up. */
const sameAtLeast = 0.996;
/** The goal is 0; this number only ever goes down. */
const differentAtMost = 3;
/** Errors that are not Spark's and do not name what is missing, and rows where Spark gives an error: the same. */
const failedAtMost = 0;
const lenientAtMost = 1;

const sandbox = testSandbox({ events: 10 });

type Outcome =
  | { readonly status: 'same' }
  /** `lenient`: rows where Spark gives an error. */
  | { readonly status: 'refused' | 'different' | 'failed' | 'lenient'; readonly detail: string };

test('queries give the rows that Spark gives', { timeout: 600_000 }, async () => {
  const found: Disagreement[] = [];
  const counts = { same: 0, refused: 0, different: 0, failed: 0, lenient: 0 };
  const client = await sandbox.connect();
  for (const answer of readRecording<RowsAnswer>('rows').answers) {
    const outcome = await outcomeOf(client, answer);
    counts[outcome.status]++;
    if (outcome.status === 'same') continue;
    const subject = outcome.status === 'refused' ? outcome.detail : subjectOf(answer.sql);
    found.push({ sql: answer.sql, cause: `${outcome.status}: ${subject}`, detail: outcome.detail });
  }
  await client.end();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const summary = `${all} queries: ${counts.same} as Spark, ${counts.refused} refused by name, ${counts.failed} failed, ${counts.different} different, ${counts.lenient} where Spark gives an error.`;
  reportDisagreements('oracle-rows', summary, found);
  expect(counts.same / all).toBeGreaterThanOrEqual(sameAtLeast);
  expect(counts.different).toBeLessThanOrEqual(differentAtMost);
  expect(counts.failed).toBeLessThanOrEqual(failedAtMost);
  expect(counts.lenient).toBeLessThanOrEqual(lenientAtMost);
});

async function outcomeOf(client: pg.Client, answer: RowsAnswer): Promise<Outcome> {
  try {
    const result = await client.query<(string | null)[]>({ text: answer.sql, rowMode: 'array' });
    if ('error' in answer) return { status: 'lenient', detail: `Spark: ${answer.error}` };
    return compared(answer, result);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if ('error' in answer) return { status: 'same' };
    return { status: error.code === '0A000' ? 'refused' : 'failed', detail: error.message };
  }
}

function compared(
  { columns, ordered, rows }: Extract<RowsAnswer, { rows: unknown }>,
  result: pg.QueryArrayResult<(string | null)[]>,
): Outcome {
  const expected = columns.map(([, type]) => expectedWireType(type));
  const types = result.fields.map(({ dataTypeID, dataTypeModifier }, at) =>
    expected[at] === anyType ? anyType : wireType(dataTypeID, dataTypeModifier),
  );
  if (types.join() !== expected.join()) {
    return { status: 'different', detail: `types ${types.join()} instead of ${expected.join()}` };
  }
  const actual = result.rows.map((row) => row.map((cell, at) => readCell(columns[at], cell)));
  if (sameRows(columns, ordered, rows, actual)) return { status: 'same' };
  return { status: 'different', detail: `${shown(actual)} instead of ${shown(rows)}` };
}

function readCell(column: RecordedColumn | undefined, cell: string | null) {
  try {
    return wireValue(column?.[1] ?? 'string', cell);
  } catch (error) {
    return `${String(cell)} (${String(error)})`;
  }
}

function shown(rows: unknown): string {
  const text = JSON.stringify(rows);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

const names: Readonly<Record<number, string>> = {
  16: 'boolean',
  17: 'binary',
  20: 'bigint',
  21: 'smallint',
  23: 'int',
  25: 'string',
  700: 'float',
  701: 'double',
  1043: 'string',
  1082: 'date',
  1114: 'timestamp',
};

/** Nested types have numbers of their own, from 16384 on. */
function wireType(oid: number, modifier: number): string {
  if (oid === 1700) return `decimal(${(modifier - 4) >> 16},${(modifier - 4) & 0xffff})`;
  return names[oid] ?? (oid >= 16384 ? 'nested' : `oid ${oid}`);
}

/** The type of nothing but nulls, and those that PostgreSQL does not have, may be written as anything. */
const anyType = 'any';

/** PostgreSQL has no byte. */
function expectedWireType(type: string): string {
  if (/^(struct|array|map)</.test(type)) return 'nested';
  if (type === 'tinyint') return 'smallint';
  return /^(void|interval|timestamp_ntz)/.test(type) ? anyType : type;
}
