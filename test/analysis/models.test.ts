import { expect, test } from 'vitest';
import { analyzeFixture } from '../support/analyzeFixture';
import { checkColumns } from '../support/checkColumns';

const from = 'AS SELECT store_id, city FROM stores';

test('a classifier predicts with probabilities', () => {
  checkColumns(
    `CREATE MODEL m OPTIONS (MODEL_TYPE='logistic_reg', LABEL='city') ${from};
     SELECT * FROM model_predict(m, 1, SELECT store_id FROM stores)`,
    'store_id int?',
    'rawPrediction array<double>?',
    'probability array<double>?',
    'prediction double?',
  );
});

test('other models predict alone, under the name that is asked for', () => {
  checkColumns(
    `CREATE MODEL m OPTIONS (type='LinearRegression', label='store_id', PREDICTION_COL='expected') ${from};
     SELECT * FROM model_predict(m, 1, SELECT city FROM stores)`,
    'city string?',
    'expected double?',
  );
});

test('the query may stand in brackets', () => {
  checkColumns(
    `CREATE MODEL m OPTIONS (MODEL_TYPE='kmeans') ${from};
     SELECT * FROM model_predict(m, 1, (SELECT city, store_id FROM stores))`,
    'city string?',
    'store_id int?',
    'prediction double?',
  );
});

test('figures follow from what a model is for', () => {
  checkColumns(
    `CREATE MODEL m OPTIONS (MODEL_TYPE='random_forest_regression', LABEL='store_id') ${from};
     SELECT * FROM model_evaluate(m, 1, SELECT * FROM stores)`,
    'mse double?',
    'rmse double?',
    'mae double?',
    'r2 double?',
  );
  checkColumns(
    `CREATE MODEL m OPTIONS (MODEL_TYPE='kmeans') ${from};
     SELECT * FROM model_evaluate(m, 1, SELECT * FROM stores)`,
    'silhouette double?',
  );
});

test('of a model that is not known, or has several versions, there may be more', () => {
  checkColumns(
    'SELECT * FROM model_predict(m, 1, SELECT city FROM stores)',
    'city string?',
    'prediction double?',
    '...',
  );
  checkColumns(
    `CREATE MODEL m OPTIONS (MODEL_TYPE='kmeans') ${from}; UPDATE MODEL m OPTIONS (MODEL_TYPE='linear_reg', LABEL='store_id') ${from};
     SELECT * FROM model_evaluate(m, 1, SELECT * FROM stores)`,
    'mse double?',
    'rmse double?',
    'mae double?',
    'r2 double?',
    '...',
  );
});

test('a table has what its transformers make, with vectors as arrays', () => {
  checkColumns(
    `CREATE TABLE t TRANSFORM (string_indexer(city) place, one_hot_encoder(place) AS places, vector_assembler(array(store_id, places)) AS all,
       standard_scaler(all) scaled, tokenizer(city) words, numeric_imputer(store_id) filled) ${from};
     SELECT * FROM t`,
    'store_id int?',
    'city string?',
    'place double?',
    'places array<int>?',
    'all array<double>',
    'scaled array<double>',
    'words array<string>?',
    'filled int',
  );
});

test('the columns of a vector may be of several types', () => {
  const mismatches = (list: string): number =>
    analyzeFixture(`SELECT ${list} FROM stores`).model.statements[0]?.model.mismatches.length ?? -1;
  expect(mismatches('vector_assembler(array(store_id, true, array(1.0D)))')).toBe(0);
  expect(mismatches('array(store_id, true, array(1.0D))')).toBe(1);
});
