import { expect, test } from 'vitest';
import { applyEdits } from '../../../../server/base/textEdit';
import { diagnostics } from '../../../../server/features/diagnostics/diagnostics';
import { analyzeFixture } from '../../../support/analyzeFixture';
import { checkDiagnostics } from '../../../support/checkDiagnostics';

function check(source: string): void {
  checkDiagnostics(source, { severity: { 'missing-time-filter': 'information', 'temporal-leakage': 'off' } });
}

test('events read without a condition on their time', () => {
  check(`
SELECT eventType, count(*) FROM web_events GROUP BY eventType;
--                              ^^^^^^^^^^ missing-time-filter: web_events is read from its first event on: add a condition on timestamp
SELECT s.city FROM stores s JOIN web_events e ON s.city = e.web.webPageDetails.name;
--                               ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM (SELECT _id FROM web_events WHERE eventType = 'commerce.purchases');
--                                    ^^^^^^^^^^ missing-time-filter
WITH e AS (SELECT _id, timestamp FROM web_events) SELECT count(*) FROM e;
--                                    ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM stores WHERE EXISTS (SELECT 1 FROM web_events);
--                                                      ^^^^^^^^^^ missing-time-filter
CREATE TABLE t AS SELECT * FROM web_events;
--                              ^^^^^^^^^^ missing-time-filter
SET @n = SELECT count(*) AS n FROM web_events
--                                 ^^^^^^^^^^ missing-time-filter
`);
});

test('conditions that do not bound it', () => {
  check(`
SELECT count(*) FROM web_events WHERE timestamp IS NOT NULL;
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events WHERE hour(timestamp) = 9;
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events WHERE timestamp > '2026-01-01' OR eventType = 'commerce.purchases';
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events WHERE timestamp <> '2026-01-01';
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events WHERE to_date(timestamp) NOT IN ('2026-01-01');
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*), timestamp > '2026-01-01' AS late FROM web_events GROUP BY 2;
--                                                     ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM (SELECT *, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events) WHERE n = 1;
--                                                                                                ^^^^^^^^^^ missing-time-filter
SELECT eventType FROM web_events GROUP BY eventType HAVING max(timestamp) > '2026-01-01';
--                    ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events SNAPSHOT AS OF 12;
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events SNAPSHOT BETWEEN 'HEAD' AND 12;
--                   ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events a, web_events b WHERE a.timestamp <= b.timestamp
--                   ^^^^^^^^^^ missing-time-filter
--                                 ^^^^^^^^^^ missing-time-filter
`);
});

test('only the reading that has no bound is told', () => {
  check(`
SELECT count(*) FROM web_events a JOIN web_events b ON a._acme.user_id = b._acme.user_id
--                                     ^^^^^^^^^^ missing-time-filter
WHERE a.timestamp >= '2026-01-01';
SELECT _id FROM web_events WHERE timestamp > '2026-01-01' UNION ALL SELECT _id FROM web_events
--                                                                                  ^^^^^^^^^^ missing-time-filter
`);
});

test('a bound of any form', () => {
  check(`
SELECT count(*) FROM web_events WHERE timestamp >= '2026-01-01';
SELECT count(*) FROM web_events WHERE timestamp BETWEEN '2026-01-01' AND '2026-02-01';
SELECT count(*) FROM web_events WHERE to_date(timestamp) IN ('2026-01-01', '2026-01-02');
SELECT count(*) FROM web_events WHERE date_trunc('month', timestamp) = '2026-01-01' AND eventType IS NOT NULL;
SELECT count(*) FROM web_events WHERE year(timestamp) = 2026;
SELECT count(*) FROM web_events e WHERE now() - INTERVAL 7 DAYS < e.timestamp;
SELECT count(*) FROM web_events WHERE (timestamp > '2026-01-01' AND eventType = 'x') OR timestamp > '2026-02-01';
SELECT count(*) FROM web_events WHERE NOT (timestamp < '2026-01-01');
SELECT count(*) FROM web_events WHERE CAST(timestamp AS date) = current_date();
SELECT count(*) FROM web_events WHERE coalesce(timestamp > '2026-01-01', false);
SELECT count(*) FROM web_events WHERE timestamp > (SELECT max(opened) FROM stores);
SELECT count(*) FROM web_events WHERE to_date(timestamp) IN (SELECT opened FROM stores);
SELECT to_date(timestamp) AS day, count(*) FROM web_events GROUP BY to_date(timestamp) HAVING to_date(timestamp) > '2026-01-01'
`);
});

test('a bound on the day or batch by which the rows are stored', () => {
  check(`
SELECT count(*) FROM web_events WHERE _ACP_DATE = '2026-01-01';
SELECT count(*) FROM web_events WHERE _acp_system_metadata.ingestTime > 1767225600000
`);
});

test('a bound elsewhere in the statement', () => {
  check(`
SELECT count(*) FROM (SELECT _id, timestamp FROM web_events) WHERE timestamp > '2026-01-01';
SELECT count(*) FROM (SELECT *, to_date(timestamp) AS day FROM web_events) e WHERE e.day > '2026-01-01';
WITH e AS (SELECT * FROM web_events) SELECT count(*) FROM e WHERE timestamp > '2026-01-01';
WITH e AS (SELECT * FROM web_events), f AS (SELECT timestamp AS t FROM e) SELECT count(*) FROM f WHERE t > '2026-01-01';
SELECT count(*) FROM stores s JOIN web_events e ON e.timestamp >= s.opened;
SELECT count(*) FROM web_events a JOIN web_events b ON a.timestamp < b.timestamp WHERE b.timestamp < '2026-01-01' AND b.timestamp > '2025-01-01';
SELECT count(*) FROM (SELECT timestamp AS t FROM web_events UNION ALL SELECT timestamp FROM web_events) WHERE t > '2026-01-01';
SELECT count(*) FROM stores s LEFT SEMI JOIN web_events e ON e.timestamp > s.opened
`);
});

test('slices, samples, previews and metadata', () => {
  check(`
SELECT count(*) FROM web_events SNAPSHOT SINCE 12;
SELECT count(*) FROM web_events SNAPSHOT BETWEEN 12 AND 20;
SELECT count(*) FROM web_events TABLESAMPLE (10 PERCENT);
SELECT count(*) FROM web_events WITHAPPROXIMATE;
SELECT * FROM web_events LIMIT 50;
SELECT _id FROM (SELECT * FROM web_events WHERE eventType = 'commerce.purchases') LIMIT 5;
SELECT * FROM web_events LIMIT 0;
SELECT * FROM web_events WHERE 1 = 0;
SELECT * FROM web_events WHERE false;
EXPLAIN SELECT * FROM web_events;
ANALYZE TABLE web_events COMPUTE STATISTICS
`);
});

test('a LIMIT that must see all rows first', () => {
  check(`
SELECT * FROM web_events ORDER BY timestamp LIMIT 5;
--            ^^^^^^^^^^ missing-time-filter
SELECT count(*) FROM web_events LIMIT 5;
--                   ^^^^^^^^^^ missing-time-filter
SELECT DISTINCT eventType FROM web_events LIMIT 5
--                             ^^^^^^^^^^ missing-time-filter
`);
});

test('what may be bounded where we cannot see', () => {
  check(`
SELECT count(*) FROM web_events WHERE #recent_only;
SELECT count(*) FROM web_events WHERE eventType = 'commerce.purchases' AND $condition;
SELECT count(*) FROM web_events WHERE timestamp > '$start';
$$ BEGIN SET @from = SELECT max(opened) AS d FROM stores; SELECT count(*) FROM web_events WHERE timestamp > @from; END $$;
CREATE VIEW v AS SELECT _id, timestamp FROM web_events;
SELECT count(*) FROM profiles;
SELECT count(*) FROM web_events JOIN (SELECT DISTINCT timestamp FROM web_events WHERE timestamp > '2026-01-01') USING (timestamp)
`);
});

test('a view that hides the time', () => {
  check(`
CREATE VIEW v AS SELECT eventType, count(*) AS n FROM web_events GROUP BY eventType
--                                                    ^^^^^^^^^^ missing-time-filter
`);
});

test.each([
  ['SELECT 1 FROM web_events', 'SELECT 1 FROM web_events WHERE timestamp >= date_sub(current_date(), 30)'],
  [
    "SELECT 1 FROM web_events WHERE _id = 'a' OR _id = 'b'",
    "SELECT 1 FROM web_events WHERE timestamp >= date_sub(current_date(), 30) AND (_id = 'a' OR _id = 'b')",
  ],
  [
    'SELECT 1 FROM web_events e JOIN stores s ON s.city = e._id GROUP BY 1',
    'SELECT 1 FROM web_events e JOIN stores s ON s.city = e._id WHERE e.timestamp >= date_sub(current_date(), 30) GROUP BY 1',
  ],
])('the quick fix bounds the time: %s', (before, after) => {
  const [found] = diagnostics(analyzeFixture(before).model);
  expect(applyEdits(before, found?.fixes[0]?.edits ?? [])).toBe(after);
  expect(diagnostics(analyzeFixture(after).model)).toEqual([]);
});
