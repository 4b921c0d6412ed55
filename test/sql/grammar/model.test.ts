import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('models', () => {
  test.each([
    [
      "CREATE MODEL m OPTIONS (MODEL_TYPE='kmeans') AS SELECT a FROM t",
      "Option MODEL_TYPE='kmeans'",
      'Query SELECT a FROM t',
    ],
    [
      "CREATE MODEL IF NOT EXISTS m OPTIONS (type='lda', SEED=7) AS SELECT a FROM t",
      "Option type='lda'",
      'Option SEED=7',
    ],
    [
      "CREATE OR REPLACE MODEL m TRANSFORM (string_indexer(a) ai, vector_assembler(array(ai, b)) AS features) OPTIONS (MODEL_TYPE='logistic_reg', LABEL='c') AS SELECT a, b, c FROM t",
      'Projection string_indexer(a) ai',
      'Projection vector_assembler(array(ai, b)) AS features',
      'Projection a',
      'Projection b',
      'Projection c',
    ],
    [
      "UPDATE MODEL m TRANSFORM (vector_assembler(array(a)) f) OPTIONS (LABEL='c') AS SELECT a, c FROM t",
      "Options OPTIONS (LABEL='c')",
    ],
    [
      'SELECT * FROM model_evaluate(m, 1, SELECT a, c FROM t)',
      'Query SELECT * FROM model_evaluate(m, 1, SELECT a, c FROM t)',
      'Query SELECT a, c FROM t',
    ],
    [
      'SELECT * FROM model_predict(m, 1, WITH x AS (SELECT 1 AS a) SELECT a FROM x)',
      'CommonTable x AS (SELECT 1 AS a)',
    ],
    ['SHOW MODELS', 'Show SHOW MODELS'],
    ['DROP MODEL m'],
    ['DROP MODEL IF EXISTS m 2', 'Literal 2'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('audiences', () => {
  test.each([
    [
      'CREATE AUDIENCE a WITH (primary_identity=userId, identity_namespace=lumaCrmId) AS SELECT userId FROM t',
      'Option primary_identity=userId',
      'Option identity_namespace=lumaCrmId',
    ],
    [
      "CREATE AUDIENCE a WITH (primary_identity='userId', identity_namespace='x', schema='Big spenders') AS (SELECT userId FROM t)",
      "Option primary_identity='userId'",
      "Option identity_namespace='x'",
      "Option schema='Big spenders'",
    ],
    ['INSERT INTO a SELECT userId FROM t', 'Insert INSERT INTO a SELECT userId FROM t'],
    ['INSERT INTO AUDIENCE a SELECT userId FROM t', 'QualifiedName a', 'QualifiedName t'],
    ['INSERT OVERWRITE INTO a SELECT userId FROM t', 'QualifiedName a', 'QualifiedName t'],
    ['DROP AUDIENCE IF EXISTS db.a', 'QualifiedName db.a'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
