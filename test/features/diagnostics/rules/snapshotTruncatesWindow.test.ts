import { test } from 'vitest';
import { checkDiagnostics } from '../../../support/checkDiagnostics';

test('a window that looks back over a slice', () => {
  checkDiagnostics(`
SELECT count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS visits FROM web_events SNAPSHOT SINCE 12;
--                                                                                             ^^^^^^^^^^^^^^^^^ snapshot-truncates-window: A window sees only this slice, without the history before it: read the history without SNAPSHOT, with a look-back on timestamp
SELECT sum(1) OVER (PARTITION BY _id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a,
  lag(timestamp) OVER (PARTITION BY _id ORDER BY timestamp) AS b
FROM web_events SNAPSHOT BETWEEN $from AND $to;
--              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ snapshot-truncates-window: 2 windows see only this slice, without the history before it: read the history without SNAPSHOT, with a look-back on timestamp
SELECT sess_timeout(timestamp, 1800) OVER (PARTITION BY _id ORDER BY timestamp) AS s FROM web_events SNAPSHOT SINCE @from
--                                                                                                   ^^^^^^^^^^^^^^^^^^^^ snapshot-truncates-window
--                                                                                                                  ^^^^^ unknown-variable
`);
});

test('through subqueries, named windows, joins and whole partitions', () => {
  checkDiagnostics(`
WITH fresh AS (SELECT _id, timestamp FROM web_events SNAPSHOT SINCE 12)
--                                                   ^^^^^^^^^^^^^^^^^ snapshot-truncates-window
SELECT count(*) OVER w AS n FROM (SELECT * FROM fresh) f JOIN stores ON f._id = city WINDOW w AS (PARTITION BY _id ORDER BY timestamp);
SELECT max(timestamp) OVER (PARTITION BY _id) AS last_seen FROM web_events SNAPSHOT SINCE 12;
--                                                                         ^^^^^^^^^^^^^^^^^ snapshot-truncates-window
SELECT first_value(_id) OVER (PARTITION BY _id ORDER BY timestamp DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS f
FROM web_events SNAPSHOT SINCE 12
--              ^^^^^^^^^^^^^^^^^ snapshot-truncates-window
`);
});

test('what sees all it needs', () => {
  checkDiagnostics(
    `
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events;
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events SNAPSHOT AS OF 12;
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events SNAPSHOT BETWEEN 'HEAD' AND 12;
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events SNAPSHOT BETWEEN head AND 12;
--                                                                                               ^^^^ syntax
SELECT row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events SNAPSHOT SINCE 12;
SELECT lead(timestamp) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events SNAPSHOT SINCE 12;
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp ROWS BETWEEN CURRENT ROW AND 3 FOLLOWING) AS n FROM web_events SNAPSHOT SINCE 12;
SELECT _acme.user_id, count(*) AS n FROM web_events SNAPSHOT SINCE 12 GROUP BY 1;
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n FROM web_events
WHERE _acme.user_id IN (SELECT _acme.user_id FROM web_events SNAPSHOT SINCE 12);
SELECT count(*) OVER (PARTITION BY _id ORDER BY timestamp) AS n
FROM (SELECT _id, timestamp FROM web_events WHERE timestamp > '2026-01-01' UNION ALL SELECT _id, timestamp FROM web_events SNAPSHOT SINCE 12);
SELECT count(*) OVER (PARTITION BY e._id ORDER BY e.timestamp) AS n
FROM web_events e JOIN (SELECT DISTINCT _id FROM web_events SNAPSHOT SINCE 12) new ON new._id = e._id;
SELECT _id FROM web_events SNAPSHOT SINCE 12
`,
    { severity: { 'temporal-leakage': 'off' } },
  );
});
