import { beforeAll, describe, expect, test } from 'vitest';
import { cancelQuery, keyOf } from '../support/cancelQuery';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const codeOf = (sql: string): Promise<string | undefined> => sqlStateOf(sandbox, sql);
const rowsOf = async (sql: string, values?: unknown[]): Promise<unknown[][]> =>
  (await sandbox.query(sql, values)).rows;
const columnsOf = async (sql: string): Promise<readonly string[]> =>
  (await sandbox.query(sql)).fields.map(({ name }) => name);

beforeAll(async () => {
  await sandbox.query(
    `CREATE TABLE visitors AS SELECT id, CAST(id % 17 AS INT) AS visits, CAST(id % 29 AS DOUBLE) / 4 AS spend,
       CASE WHEN id % 11 = 0 THEN CAST(NULL AS STRING) WHEN id % 3 = 0 THEN 'mail' ELSE 'web' END AS channel,
       id % 5 = 0 AS member, struct(id % 7 AS clicks, 'x' AS tag) AS web,
       CASE WHEN id % 17 + id % 3 * 4 > 11 THEN 1 ELSE 0 END AS bought
     FROM range(1, 401)`,
  );
});

describe('a model', () => {
  test('is trained, judged, and predicts within larger queries', async () => {
    await sandbox.query(
      `CREATE MODEL buying
       TRANSFORM (string_imputer(channel, 'none') AS filled, string_indexer(filled) place, one_hot_encoder(place) AS places,
         numeric_imputer(web.clicks) clicks, vector_assembler(array(visits, places, clicks)) AS vector, standard_scaler(vector) features)
       OPTIONS (MODEL_TYPE = 'logistic_reg', LABEL = 'bought', REG_PARAM = 0.01)
       AS SELECT * FROM visitors`,
    );
    const [metrics] = (await sandbox.query('SELECT * FROM model_evaluate(buying, 1, SELECT * FROM visitors)'))
      .rows;
    expect(Number(metrics?.[0])).toBeGreaterThan(0.95);
    expect(await columnsOf('SELECT * FROM model_evaluate(buying, 1, SELECT * FROM visitors)')).toEqual([
      'auc_roc',
      'accuracy',
      'precision',
      'recall',
    ]);
    const predicted = `model_predict(buying, 1, SELECT id, visits, channel, web FROM visitors)`;
    expect(await columnsOf(`SELECT * FROM ${predicted}`)).toEqual([
      'id',
      'visits',
      'channel',
      'web',
      'rawPrediction',
      'probability',
      'prediction',
    ]);
    await sandbox.query(
      `CREATE TABLE scored AS SELECT id, prediction, probability[1] AS chance FROM ${predicted} AS p`,
    );
    await sandbox.query(
      `INSERT INTO scored SELECT p.id, p.prediction, p.probability[1] FROM ${predicted} p WHERE p.id < 11`,
    );
    expect(
      await rowsOf('SELECT count(*), count(DISTINCT id) FROM scored WHERE chance BETWEEN 0 AND 1'),
    ).toEqual([['410', '400']]);
    const joined = `WITH chosen AS (SELECT * FROM visitors WHERE visits > 8)
      SELECT v.channel, sum(p.prediction) FROM model_predict(buying, 1, SELECT id, visits, channel, web FROM chosen) p
      JOIN visitors v ON v.id = p.id WHERE p.visits = $1 GROUP BY v.channel ORDER BY v.channel`;
    expect(await rowsOf(joined, [15])).toHaveLength(3);
  });

  test('without TRANSFORM takes numbers, texts, booleans and the fields of structs', async () => {
    await sandbox.query(
      `CREATE MODEL plain OPTIONS (type = 'decision_tree_classifier', label = 'bought', max_depth = 3)
       AS SELECT visits, channel, member, web, timestamp('2024-01-01 00:00:00') AS seen, bought FROM visitors`,
    );
    const shown = await sandbox.query('SHOW MODELS');
    const [row] = shown.rows.filter((each: unknown[]) => each[1] === 'plain');
    expect(shown.fields.map(({ name }) => name)).toEqual([
      'model-id',
      'model-name',
      'version',
      'source-dataset',
      'type',
      'options',
      'transform',
      'fields',
      'created',
      'updated',
      'created BY',
    ]);
    expect(row?.slice(1, 8)).toEqual([
      'plain',
      '1',
      'visitors',
      'decision_tree_classifier',
      '{"label":"bought","max_depth":"3"}',
      '',
      'visits, channel, member, web.clicks, web.tag',
    ]);
  });

  test('does not learn from its own label, also within a struct', async () => {
    await sandbox.query(
      `CREATE MODEL nested OPTIONS (MODEL_TYPE='linear_reg', LABEL='web.clicks') AS SELECT visits, web FROM visitors`,
    );
    const [row] = await rowsOf('SHOW MODELS').then((rows) => rows.filter((each) => each[1] === 'nested'));
    expect(row?.[7]).toBe('visits, web.tag');
  });

  test('learns to tell a text', async () => {
    await sandbox.query(
      `CREATE MODEL told OPTIONS (MODEL_TYPE='random_forest_classifier', LABEL='channel', NUM_TREES=3)
       AS SELECT id % 3 AS third, channel FROM visitors WHERE channel IS NOT NULL`,
    );
    const judged =
      'SELECT * FROM model_evaluate(told, 1, SELECT id % 3 AS third, channel FROM visitors WHERE channel IS NOT NULL)';
    expect(await rowsOf(judged)).toEqual([['1.0', '1.0', '1.0', '1.0']]);
    expect(await rowsOf('SELECT DISTINCT prediction FROM model_predict(told, 1, SELECT 0 AS third)')).toEqual(
      [['1.0']],
    );
  });

  test('for numbers and for groups is judged by other figures', async () => {
    await sandbox.query(
      `CREATE MODEL amount OPTIONS (MODEL_TYPE='linear_reg', LABEL='total') AS SELECT visits, spend, 3 * visits - 2 * spend + 5 AS total FROM visitors`,
    );
    const query = 'SELECT visits, spend, 3 * visits - 2 * spend + 5 AS total FROM visitors';
    expect(await columnsOf(`SELECT * FROM model_evaluate(amount, 1, ${query})`)).toEqual([
      'mse',
      'rmse',
      'mae',
      'r2',
    ]);
    expect(await rowsOf(`SELECT round(r2, 9) FROM model_evaluate(amount, 1, ${query})`)).toEqual([['1.0']]);
    expect(
      await rowsOf(
        'SELECT round(prediction, 6) FROM model_predict(amount, 1, SELECT 2 AS visits, 0.5D AS spend)',
      ),
    ).toEqual([['10.0']]);
    await sandbox.query(
      `CREATE MODEL parts OPTIONS (MODEL_TYPE='kmeans', NUM_CLUSTERS=2, PREDICTION_COL='part') AS SELECT CAST(id % 2 * 100 + id % 3 AS DOUBLE) AS x FROM visitors`,
    );
    const parts = 'SELECT CAST(id % 2 * 100 + id % 3 AS DOUBLE) AS x FROM visitors';
    expect(await rowsOf(`SELECT silhouette > 0.99 FROM model_evaluate(parts, 1, ${parts})`)).toEqual([['t']]);
    expect(await rowsOf(`SELECT count(*) FROM model_predict(parts, 1, ${parts}) GROUP BY part`)).toEqual([
      ['200'],
      ['200'],
    ]);
  });

  test('has versions, which stay when the sandbox starts anew', async () => {
    const create = (verb: string, depth: number): string =>
      `${verb} kept OPTIONS (MODEL_TYPE='decision_tree_regression', LABEL='spend', MAX_DEPTH=${depth}) AS SELECT visits, spend FROM visitors`;
    const predict = (version: number): Promise<unknown[][]> =>
      rowsOf(`SELECT * FROM model_predict(kept, ${version}, SELECT visits FROM visitors) ORDER BY 1, 2`);
    await sandbox.query(create('CREATE MODEL', 1));
    await sandbox.query(create('CREATE MODEL IF NOT EXISTS', 4));
    await sandbox.query(create('UPDATE MODEL', 2));
    const before = [await predict(1), await predict(2)];
    expect(before[0]).not.toEqual(before[1]);
    await sandbox.restart();
    expect([await predict(1), await predict(2)]).toEqual(before);
    // An older documentation counts from 0.
    expect(await predict(0)).toEqual(before[0]);
    await sandbox.query(create('CREATE OR REPLACE MODEL', 3));
    expect(await predict(1)).toEqual(before[0]);
    expect(await predict(2)).not.toEqual(before[1]);
    await sandbox.query('DROP MODEL kept 1');
    expect(await codeOf('SELECT * FROM model_predict(kept, 1, SELECT visits FROM visitors)')).toBe('42704');
    await sandbox.query('DROP MODEL IF EXISTS kept');
    expect(await codeOf('SELECT * FROM model_predict(kept, 2, SELECT visits FROM visitors)')).toBe('42704');
    expect(await codeOf('DROP MODEL kept')).toBe('42704');
  });

  test('is the same each time it is trained', async () => {
    const train = async (name: string): Promise<unknown[][]> => {
      await sandbox.query(
        `CREATE MODEL ${name} OPTIONS (MODEL_TYPE='random_forest_regression', LABEL='spend', SEED=7) AS SELECT id, visits, spend FROM visitors`,
      );
      return await rowsOf(
        `SELECT prediction FROM model_predict(${name}, 1, SELECT id, visits FROM visitors) ORDER BY id`,
      );
    };
    expect(await train('first')).toEqual(await train('second'));
  });

  test('is made and judged in a block, and behind a view', async () => {
    await sandbox.query(
      `$$ BEGIN
         CREATE MODEL blocked OPTIONS (MODEL_TYPE='linear_reg', LABEL='spend') AS SELECT visits, spend FROM visitors;
         CREATE OR REPLACE VIEW expected AS SELECT visits, prediction FROM model_predict(blocked, 1, (SELECT visits FROM visitors));
       END $$;`,
    );
    expect(await rowsOf('SELECT count(prediction) FROM expected WHERE visits < 3')).toEqual([['71']]);
    await sandbox.query('DROP MODEL IF EXISTS blocked newest');
    expect(await codeOf('DROP MODEL blocked newest')).toBe('42704');
    await sandbox.query('DROP MODEL blocked');
    expect(await codeOf('SELECT * FROM expected')).toBe('42704');
  });

  test('shows predictions alone where a session asks for it', async () => {
    const client = await sandbox.connect();
    await client.query(
      `CREATE MODEL shy OPTIONS (MODEL_TYPE='logistic_reg', LABEL='bought') AS SELECT visits, bought FROM visitors`,
    );
    await client.query('SET advanced_statistics_show_hidden_fields = false');
    const { fields } = await client.query('SELECT * FROM model_predict(shy, 1, SELECT visits FROM visitors)');
    await client.end();
    expect(fields.map(({ name }) => name)).toEqual(['visits', 'prediction']);
  });
});

describe('what a model does not take', () => {
  const from = 'AS SELECT visits, spend, channel, bought FROM visitors';
  const create = (options: string, rest = from): string =>
    `CREATE MODEL refused OPTIONS (${options}) ${rest}`;
  test.each([
    ['a type that there is not', create("MODEL_TYPE='forest'"), '22023'],
    ['no type', create("LABEL='bought'"), '22023'],
    ['a type that is not trained here', create("MODEL_TYPE='lda'"), '0A000'],
    [
      'one model against all others',
      create("MODEL_TYPE='logistic_reg', LABEL='bought', ONE_VS_REST=true"),
      '0A000',
    ],
    ['no label', create("MODEL_TYPE='linear_reg'"), '22023'],
    ['a label that there is not', create("MODEL_TYPE='linear_reg', LABEL='sold'"), '22023'],
    ['a text as the label of numbers', create("MODEL_TYPE='linear_reg', LABEL='channel'"), '22023'],
    ['fractions as classes', create("MODEL_TYPE='logistic_reg', LABEL='spend'"), '22023'],
    [
      'three classes where two are told apart',
      create("MODEL_TYPE='gradient_boosted_tree_classifier', LABEL='visits'"),
      '22023',
    ],
    ['an option of another type', create("MODEL_TYPE='linear_reg', LABEL='spend', NUM_TREES=3"), '22023'],
    [
      'a value that an option does not take',
      create("MODEL_TYPE='decision_tree_regression', LABEL='spend', MAX_DEPTH=99"),
      '22023',
    ],
    ['no rows', create("MODEL_TYPE='linear_reg', LABEL='spend'", `${from} WHERE false`), '22000'],
    [
      'a label that is null',
      create("MODEL_TYPE='linear_reg', LABEL='y'", 'AS SELECT visits, CAST(NULL AS DOUBLE) y FROM visitors'),
      '22000',
    ],
    [
      'an array without TRANSFORM',
      create("MODEL_TYPE='linear_reg', LABEL='spend'", 'AS SELECT array(1, 2) a, spend FROM visitors'),
      '0A000',
    ],
    ['too many rows', create("MODEL_TYPE='kmeans'", 'AS SELECT id FROM range(1000001)'), '54000'],
    [
      'trees without end',
      create(
        "MODEL_TYPE='random_forest_regression', LABEL='b', NUM_TREES=40, MAX_DEPTH=20, MAX_BINS=2000",
        'AS SELECT id AS a, hash(id) % 1000 AS b FROM range(2000)',
      ),
      '54000',
    ],
    ['a table that there is not', create("MODEL_TYPE='kmeans'", 'AS SELECT id FROM nowhere'), '42P01'],
    [
      'a null feature',
      `CREATE MODEL refused TRANSFORM (string_indexer(channel) c, vector_assembler(c) f) OPTIONS (MODEL_TYPE='kmeans') ${from}`,
      '22000',
    ],
    [
      'a text in a vector',
      `CREATE MODEL refused TRANSFORM (vector_assembler(channel) f) OPTIONS (MODEL_TYPE='kmeans') ${from}`,
      '22023',
    ],
    [
      'no vector',
      `CREATE MODEL refused TRANSFORM (binarizer(visits) f) OPTIONS (MODEL_TYPE='kmeans') ${from}`,
      '22023',
    ],
    [
      'a transformer without alias',
      `CREATE MODEL refused TRANSFORM (vector_assembler(visits)) OPTIONS (MODEL_TYPE='kmeans') ${from}`,
      '42601',
    ],
    [
      'a transformer that is not there',
      `CREATE MODEL refused TRANSFORM (word2vec(split(channel, ' ')) f) OPTIONS (MODEL_TYPE='kmeans') ${from}`,
      '0A000',
    ],
    [
      'a model that there is not',
      "UPDATE MODEL nobody OPTIONS (MODEL_TYPE='kmeans') AS SELECT visits FROM visitors",
      '42704',
    ],
  ])('%s', async (_, sql, code) => {
    expect(await codeOf(sql)).toBe(code);
    expect(await codeOf('DROP MODEL refused')).toBe('42704');
  });

  test('labels in rows to predict that training did not see', async () => {
    await sandbox.query(
      `CREATE MODEL strict OPTIONS (MODEL_TYPE='linear_reg', LABEL='spend') AS SELECT channel, spend FROM visitors`,
    );
    const predict = (channel: string): string =>
      `SELECT * FROM model_predict(strict, 1, SELECT '${channel}' AS channel)`;
    expect(await rowsOf(predict('web'))).toHaveLength(1);
    await expect(sandbox.query(predict('radio'))).rejects.toMatchObject({
      code: '22000',
      message: expect.stringContaining('radio') as string,
    });
    expect(
      await codeOf(`CREATE MODEL strict OPTIONS (MODEL_TYPE='kmeans') AS SELECT visits FROM visitors`),
    ).toBe('42710');
    await expect(
      sandbox.query('SELECT * FROM model_predict(strict, 1, SELECT 1 AS other)'),
    ).rejects.toMatchObject({
      code: '42703',
      message: expect.stringContaining('channel') as string,
    });
  });
});

describe('a training', () => {
  const long = `CREATE OR REPLACE MODEL long OPTIONS (MODEL_TYPE='random_forest_regression', LABEL='y', NUM_TREES=500)
    AS SELECT id % 1009 AS a, id % 997 AS b, id % 991 AS c, id % 983 AS y FROM range(200000)`;

  test('lets others be answered, and ends when it is canceled', async () => {
    const client = await sandbox.connect();
    const other = await sandbox.connect();
    const ended = expect(client.query(long)).rejects.toMatchObject({ code: '57014' });
    for (let asked = 0; asked < 20; asked++) await other.query('SELECT count(*) FROM visitors');
    await cancelQuery(sandbox, keyOf(client));
    await ended;
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
    await client.end();
    await other.end();
    expect(await codeOf('SELECT * FROM model_predict(long, 1, SELECT 1 AS a, 2 AS b, 3 AS c)')).toBe('42704');
  });
});
