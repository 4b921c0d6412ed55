import { expect, test } from 'vitest';
import { modelCases } from '../oracle/corpus/models/modelCases';
import { readRecording, type ModelAnswer, type ModelValue } from '../support/recording';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const { answers } = readRecording<ModelAnswer>('models');

test.each(modelCases.filter(({ options }) => options === undefined))(
  '$name makes what Spark makes',
  async ({ name, rows, transform, shown }) => {
    const client = await sandbox.connect();
    await client.query(`CREATE TEMP TABLE made TRANSFORM (${transform}) AS ${rows}`);
    await client.query('SET auto_to_json = true');
    const query = { text: `SELECT ${shown.join(', ')} FROM made ORDER BY id`, rowMode: 'array' as const };
    const found = await client.query<string[]>(query);
    await client.end();
    const expected = answers.find((answer) => answer.name === name)?.rows;
    // Spark leaves open which of two words that are as frequent comes first in a vocabulary.
    const arranged = name === 'count_vectorizer' ? sorted : (value: ModelValue) => value;
    expect(close(found.rows.map((row) => row.map(readValue).map(arranged)))).toEqual(
      close((expected ?? []).map((row) => row.map(arranged))),
    );
  },
);

function sorted(value: ModelValue): ModelValue {
  return Array.isArray(value) ? value.toSorted() : value;
}

/** A number, a text, or the JSON of an array. */
function readValue(cell: string | null): ModelValue {
  if (cell === null || cell === 'null') return null;
  return cell.startsWith('[') || /^[-\d]/.test(cell) ? (JSON.parse(cell) as ModelValue) : cell;
}

/** Numbers with the digits that do not hang on the order in which they are added up. */
function close(value: ModelValue | readonly ModelValue[]): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(11));
  return Array.isArray(value) ? value.map(close) : value;
}
