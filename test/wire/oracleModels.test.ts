import { describe, expect, test } from 'vitest';
import { modelCases, type ModelCase } from '../oracle/corpus/models/modelCases';
import { readRecording, type ModelAnswer, type ModelValue } from '../support/recording';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const { answers } = readRecording<ModelAnswer>('models');
const trainings = modelCases.filter(({ options }) => options !== undefined);

/** Their draws are not Spark's: how good they are is compared, not each row. */
const drawn = trainings.filter(({ name }) => name.startsWith('random_forest'));
const clusters = trainings.filter(({ name }) => name.startsWith('kmeans'));
const exact = trainings.filter((each) => !drawn.includes(each) && !clusters.includes(each));

interface Found {
  readonly rows: readonly (readonly ModelValue[])[];
  readonly metrics: Readonly<Record<string, number>>;
}

async function train({ rows, transform, options, shown }: ModelCase): Promise<Found> {
  const client = await sandbox.connect();
  await client.query(`CREATE TEMP TABLE rows_of_case AS ${rows}`);
  const from = 'SELECT * FROM rows_of_case';
  await client.query(
    `CREATE OR REPLACE MODEL judged TRANSFORM (${transform}) OPTIONS (${options ?? ''}) AS ${from}`,
  );
  await client.query('SET auto_to_json = true');
  const predictions = await client.query<string[]>({
    text: `SELECT ${shown.join(', ')} FROM model_predict(judged, 1, ${from}) ORDER BY id`,
    rowMode: 'array',
  });
  const metrics = await client.query<Record<string, string>>(
    `SELECT * FROM model_evaluate(judged, 1, ${from})`,
  );
  await client.end();
  return {
    rows: predictions.rows.map((row) => row.map((cell) => JSON.parse(cell) as ModelValue)),
    metrics: Object.fromEntries(
      Object.entries(metrics.rows[0] ?? {}).map(([name, value]) => [name, Number(value)]),
    ),
  };
}

function answerTo({ name }: ModelCase): ModelAnswer {
  const answer = answers.find((each) => each.name === name);
  if (!answer) throw new Error(`Spark was not asked about ${name}`);
  return answer;
}

/** The largest difference between two lists of numbers, relative to the larger of 1 and the expected number. */
function difference(found: ModelValue | Found['rows'], expected: ModelValue | Found['rows']): number {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  if (!Array.isArray(found) || !Array.isArray(expected) || found.length !== expected.length) return Infinity;
  return Math.max(0, ...found.map((each: ModelValue, at) => difference(each, expected[at] as ModelValue)));
}

/** For each row the first row of its group: numbers of groups have no meaning. */
function groups(rows: Found['rows']): readonly number[] {
  return rows.map(([group]) => rows.findIndex(([other]) => other === group));
}

describe('models that hang on no draw', () => {
  test.each(exact)('$name predicts what Spark predicts', async (each) => {
    const [found, expected] = [await train(each), answerTo(each)];
    expect(difference(found.rows, expected.rows)).toBeLessThan(1e-4);
    for (const [name, value] of Object.entries(expected.metrics ?? {}))
      expect(difference(found.metrics[name] ?? null, value), name).toBeLessThan(1e-4);
  });
});

describe('models that draw rows and features', () => {
  test.each(drawn)('$name is about as good as that of Spark', async (each) => {
    const [found, expected] = [await train(each), answerTo(each)];
    const measure = expected.metrics?.['accuracy'] === undefined ? 'r2' : 'accuracy';
    expect(found.metrics[measure]).toBeGreaterThan((expected.metrics?.[measure] ?? 1) - 0.03);
    expect(await train(each)).toEqual(found);
  });
});

describe('clusters', () => {
  test.each(clusters)('$name finds the groups that Spark finds', async (each) => {
    const [found, expected] = [await train(each), answerTo(each)];
    expect(groups(found.rows)).toEqual(groups(expected.rows));
    if (!each.name.includes('cosine'))
      expect(
        difference(found.metrics['silhouette'] ?? null, expected.metrics?.['silhouette'] ?? null),
      ).toBeLessThan(1e-9);
  });
});
