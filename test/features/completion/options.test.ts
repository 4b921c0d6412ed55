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
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='$0') ${query}`, { has: ['logistic_reg', 'kmeans'] });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='logistic_reg', $0) ${query}`, {
    has: ['LABEL', 'REGPARAM', 'MAX_ITER'],
    lacks: ['NUM_TREES', 'NUM_CLUSTERS', 'MODEL_TYPE'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='kmeans', $0) ${query}`, {
    has: ['NUM_CLUSTERS'],
    lacks: ['LABEL', 'MAX_DEPTH'],
  });
  checkCompletion(`CREATE MODEL m OPTIONS (MODEL_TYPE='logistic_reg', LABEL='$0') ${query}`, {
    first: ['city', 'store_id'],
  });
  checkCompletion('CREATE MODEL m $0', { has: ['OPTIONS', 'TRANSFORM', 'AS'], lacks: ['TABLE'] });
});
