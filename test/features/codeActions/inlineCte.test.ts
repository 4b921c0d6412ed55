import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('where it is read, under its name or alias', () => {
  checkAction(
    'WITH a$0 AS (SELECT city FROM stores)\nSELECT a.city FROM a',
    'Put a where it is read',
    'SELECT a.city FROM (SELECT city FROM stores) a',
  );
  checkAction(
    'WITH a AS (SELECT city FROM stores) SELECT b.city FROM a$0 AS b',
    'Put a where it is read',
    'SELECT b.city FROM (SELECT city FROM stores) AS b',
  );
});

test('among others', () => {
  checkAction(
    'WITH a$0 AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT x FROM b',
    'Put a where it is read',
    'WITH b AS (SELECT x FROM (SELECT 1 AS x) a) SELECT x FROM b',
  );
  checkAction(
    'WITH a AS (SELECT 1 AS x), b$0 AS (SELECT x FROM a) SELECT x FROM b',
    'Put b where it is read',
    'WITH a AS (SELECT 1 AS x) SELECT x FROM (SELECT x FROM a) b',
  );
});

test('not when it is read twice or never, gives its columns new names, or reads itself', () => {
  checkNoAction('WITH a$0 AS (SELECT 1 AS x) SELECT * FROM a JOIN a b', 'Put');
  checkNoAction('WITH a$0 AS (SELECT 1 AS x) SELECT 1', 'Put');
  checkNoAction('WITH a$0 (y) AS (SELECT 1 AS x) SELECT y FROM a', 'Put');
  checkNoAction('WITH RECURSIVE a$0 AS (SELECT 1 AS x) SELECT x FROM a', 'Put');
});
