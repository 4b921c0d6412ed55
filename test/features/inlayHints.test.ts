import { expect, test } from 'vitest';
import { inlayHints, type InlayHintOptions } from '../../server/features/inlayHints';
import { analyzeFixture } from '../support/analyzeFixture';

const types = { outputTypes: true, groupByTargets: false };
const targets = { outputTypes: false, groupByTargets: true };

/** The text with its hints in brackets; `«…»` is the part that is seen. */
function check(source: string, options: InlayHintOptions, expected: string): void {
  const { file, model } = analyzeFixture(source);
  const part = file.ranges[0] ?? { start: 0, end: file.text.length };
  let text = file.text;
  for (const { offset, text: hint } of [...inlayHints(model, part, options)].reverse()) {
    text = `${text.slice(0, offset)}[${hint}]${text.slice(offset)}`;
  }
  expect(text).toBe(expected);
}

test('types of the outputs of statements and named queries', () => {
  check(
    'WITH a AS (SELECT count(*) AS n FROM stores) SELECT n, upper(city) AS c FROM a, stores',
    types,
    'WITH a AS (SELECT count(*) AS n[bigint] FROM stores) SELECT n[bigint], upper(city) AS c[string] FROM a, stores',
  );
  check('CREATE TABLE t AS SELECT * FROM stores', types, 'CREATE TABLE t AS SELECT *[4 columns] FROM stores');
  check('SELECT 1 AS a FROM (SELECT 2 AS b)', types, 'SELECT 1 AS a[int] FROM (SELECT 2 AS b)');
});

test('long types by their outline, unknown ones not at all', () => {
  check('SELECT commerce FROM web_events', types, 'SELECT commerce[struct of 3 fields] FROM web_events');
  check('SELECT nope FROM stores', types, 'SELECT nope FROM stores');
});

test('what numbers in GROUP BY and ORDER BY stand for', () => {
  check(
    'SELECT city, year(opened), count(*) AS n FROM stores GROUP BY 1, 2 ORDER BY 3 DESC, city',
    targets,
    'SELECT city, year(opened), count(*) AS n FROM stores GROUP BY 1[city], 2[year(opened)] ORDER BY 3[n] DESC, city',
  );
  check('SELECT *, 1 FROM nowhere GROUP BY 1', targets, 'SELECT *, 1 FROM nowhere GROUP BY 1');
  check('SELECT city FROM stores GROUP BY 2', targets, 'SELECT city FROM stores GROUP BY 2');
});

test('only of the part that is seen, and only when asked for', () => {
  check(
    'SELECT 1 AS a;\n«SELECT 2 AS b»;\nSELECT 3 AS c',
    types,
    'SELECT 1 AS a;\nSELECT 2 AS b[int];\nSELECT 3 AS c',
  );
  check('SELECT 1 AS a', { outputTypes: false, groupByTargets: false }, 'SELECT 1 AS a');
});
