import { beforeAll, expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const rowsOf = async (sql: string): Promise<unknown[][]> => (await sandbox.query(sql)).rows;

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE notes AS SELECT * FROM VALUES (1, 'ok', 'The red balloon', 18.0D, true), (2, NULL, 'Bad film', NULL, false),
       (3, 'ok', '', 8.0D, NULL) AS t(id, verdict, words, x, flag)`,
  );
});

test('transformers that learn nothing stand in any query', async () => {
  expect(
    await rowsOf(
      'SELECT stop_words_remover(tokenizer(words)), ngram(tokenizer(words), 2) FROM notes ORDER BY id',
    ),
  ).toEqual([
    ['{red,balloon}', '{the red,red balloon}'],
    ['{bad,film}', '{bad film}'],
    ['{""}', '{}'],
  ]);
  expect(
    await rowsOf(
      `SELECT string_imputer(verdict), boolean_imputer(flag, true), binarizer(x, 10.0), bucketizer(x, array(0.0, 10.0, 20.0)) FROM notes ORDER BY id`,
    ),
  ).toEqual([
    ['ok', 't', '1.0', '1.0'],
    ['ml_unknown', 'f', null, null],
    ['ok', 't', '0.0', '0.0'],
  ]);
  expect(
    await rowsOf(
      'SELECT normalizer(vector_assembler(array(id, flag, array(2.0D))), 1) FROM notes WHERE id = 1',
    ),
  ).toEqual([['{0.25,0.25,0.5}']]);
});

test('columns of a table keep their names and order, with the types that are documented', async () => {
  await sandbox.query(
    `CREATE TABLE prepared TRANSFORM (string_imputer(verdict) filled, string_indexer(filled) place, one_hot_encoder(place) places,
       numeric_imputer(x, 'median') y, vector_assembler(array(numeric_imputer(x), places)) vector)
     AS SELECT id, verdict, x FROM notes WHERE id < 3`,
  );
  const { fields, rows } = await sandbox.query('SELECT * FROM prepared ORDER BY id');
  expect(fields.map(({ name }) => name)).toEqual([
    'id',
    'verdict',
    'x',
    'filled',
    'place',
    'places',
    'y',
    'vector',
  ]);
  expect(rows).toEqual([
    ['1', 'ok', '18.0', 'ok', '1.0', '{0}', '18.0', '{18.0,0.0}'],
    ['2', null, null, 'ml_unknown', '0.0', '{1}', '18.0', '{18.0,1.0}'],
  ]);
});

test.each([
  ['a transformer that learns, in a query', 'SELECT string_indexer(verdict) FROM notes', '0A000'],
  ['null in a vector', 'SELECT vector_assembler(id, x) FROM notes', '22000'],
  ['a value outside of the buckets', 'SELECT bucketizer(id, array(0, 1, 2)) FROM notes', '22000'],
  ['buckets that do not rise', 'SELECT bucketizer(id, array(0, 2, 1)) FROM notes', '22023'],
  [
    'a name that is taken',
    'CREATE TABLE t TRANSFORM (tokenizer(words) verdict) AS SELECT * FROM notes',
    '42701',
  ],
  [
    'a column that there is not',
    'CREATE TABLE t TRANSFORM (tokenizer(texts) w) AS SELECT * FROM notes',
    '42703',
  ],
  ['a function that is none', 'CREATE TABLE t TRANSFORM (upper(words) w) AS SELECT * FROM notes', '0A000'],
  [
    'word2vec',
    'CREATE TABLE t TRANSFORM (tokenizer(words) w, word2vec(w) v) AS SELECT * FROM notes',
    '0A000',
  ],
  [
    'a strategy that there is not',
    "CREATE TABLE t TRANSFORM (numeric_imputer(x, 'best') y) AS SELECT * FROM notes",
    '22023',
  ],
  [
    'a column without values',
    'CREATE TABLE t TRANSFORM (numeric_imputer(x) y) AS SELECT * FROM notes WHERE id = 2',
    '22023',
  ],
  ['TRANSFORM without a query', 'CREATE TABLE t (id int) TRANSFORM (tokenizer(words) w)', '0A000'],
])('%s is refused', async (_, sql, code) => {
  expect(await sqlStateOf(sandbox, sql)).toBe(code);
});
