import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

const query = 'AS SELECT city, store_id FROM stores';

test('options that are not given yet', () => {
  checkCompletion(`CREATE TABLE t WITH (schema='x', $0) ${query}`, {
    has: ['rowvalidation', 'label'],
    lacks: ['schema'],
  });
  checkCompletion(`CREATE AUDIENCE a WITH ($0) ${query}`, {
    has: ['primary_identity', 'identity_namespace'],
  });
});

test('values of options', () => {
  checkCompletion(`CREATE TABLE t WITH (schema='$0') ${query}`, {
    first: ['Profile schema', 'Web events schema'],
  });
  checkCompletion(`CREATE TABLE t WITH (rowvalidation='$0') ${query}`, { first: ['false', 'true'] });
  checkCompletion(`CREATE TABLE t WITH (label='$0') ${query}`, { first: ['PROFILE'] });
  checkCompletion(`CREATE AUDIENCE a WITH (primary_identity=$0) ${query}`, { first: ['city', 'store_id'] });
});

test('model types and what each takes', () => {
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='$0') ${query}`, {
    first: ['logistic_reg', 'linear_reg', 'kmeans'],
    details: { logistic_reg: 'classification' },
  });
  checkCompletion(`CREATE MODEL m OPTIONS ($0) ${query}`, {
    first: ['MODEL_TYPE'],
    has: ['LABEL', 'NUM_TREES'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='logistic_reg', regparam=1, $0) ${query}`, {
    has: ['LABEL', 'ELASTIC_NET_PARAM', 'MAX_ITER'],
    lacks: ['NUM_TREES', 'NUM_CLUSTERS', 'MODEL_TYPE', 'REG_PARAM'],
    details: { MAX_ITER: '100', LABEL: 'column' },
    snippets: { MAX_ITER: 'MAX_ITER=${1:100}', FIT_INTERCEPT: 'FIT_INTERCEPT=${1|false,true|}' },
    documents: { MAX_ITER: 'Takes a whole number. Unless told: `100`.' },
  });
  checkCompletion(`UPDATE MODEL m OPTIONS (type='kmeans', $0) ${query}`, {
    has: ['NUM_CLUSTERS'],
    lacks: ['LABEL', 'MAX_DEPTH', 'MODEL_TYPE'],
  });
  checkCompletion('CREATE MODEL m $0', { has: ['OPTIONS', 'TRANSFORM', 'AS'], lacks: ['TABLE'] });
});

test('values of the options of a model', () => {
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='logistic_reg', LABEL='$0') ${query}`, {
    first: ['city', 'store_id'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='random_forest_classifier', IMPURITY='$0') ${query}`, {
    first: ['entropy', 'gini'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='decision_tree_regression', IMPURITY='$0') ${query}`, {
    first: ['variance'],
    lacks: ['gini'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (FIT_INTERCEPT=$0) ${query}`, { has: ['true', 'false'] });
});

test('transformers in TRANSFORM, and columns with the names before within them', () => {
  checkCompletion(`CREATE MODEL m TRANSFORM ($0) OPTIONS (MODEL_TYPE='kmeans') ${query}`, {
    has: ['string_indexer', 'vector_assembler', 'standard_scaler'],
    lacks: ['date_add', 'upper'],
  });
  checkCompletion(
    `CREATE TABLE t TRANSFORM (numeric_imputer(store_id) AS filled, vector_assembler(array($0)) AS v) ${query}`,
    {
      first: ['city', 'filled', 'store_id'],
      has: ['one_hot_encoder'],
      lacks: ['upper'],
    },
  );
});
