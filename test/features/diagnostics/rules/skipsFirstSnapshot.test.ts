import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../../support/checkDiagnostics';

test('a variable that holds the first snapshot', () => {
  checkDiagnostics(`
$$ BEGIN
  SET @first = SELECT min(snapshot_id) AS id FROM (SELECT history_meta('web_events'));
  SET @last = SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE is_current = true;
  CREATE TABLE t AS SELECT _id FROM web_events SNAPSHOT BETWEEN @first AND @last;
--                                                              ^^^^^^ skips-first-snapshot: The start is exclusive, so the rows of the first snapshot are left out: start from 'HEAD' to read them all
END $$;
SET @start = SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE snapshot_generation = 0;
SELECT _id FROM web_events SNAPSHOT SINCE @start;
--                                        ^^^^^^ skips-first-snapshot
SET @oldest = SELECT snapshot_id FROM (SELECT history_meta('web_events')) ORDER BY snapshot_generation LIMIT 1;
SELECT _id FROM web_events SNAPSHOT SINCE @oldest;
--                                        ^^^^^^^ skips-first-snapshot
SET @either = SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE is_current = true OR snapshot_generation = 0 ORDER BY snapshot_generation ASC LIMIT 1;
SELECT _id FROM web_events SNAPSHOT SINCE @either;
--                                        ^^^^^^^ skips-first-snapshot
SET @text = SELECT CAST(min(snapshot_id) AS string) AS id FROM (SELECT history_meta('web_events')) h;
SELECT _id FROM web_events SNAPSHOT SINCE @text
--                                        ^^^^^ skips-first-snapshot
`);
});

test('the first snapshot where nothing was read before', () => {
  checkDiagnostics(`
SET @from = SELECT coalesce(city, (SELECT min(snapshot_id) FROM (SELECT history_meta('web_events')))) AS id FROM stores;
SELECT _id FROM web_events SNAPSHOT BETWEEN @from AND 'TAIL'
--                                          ^^^^^ skips-first-snapshot
`);
});

test('what starts elsewhere, or may', () => {
  checkDiagnostics(`
SELECT _id FROM web_events SNAPSHOT BETWEEN 'HEAD' AND 12;
SELECT _id FROM web_events SNAPSHOT SINCE 12;
SELECT _id FROM web_events SNAPSHOT BETWEEN $from AND $to;
SET @first = SELECT min(snapshot_id) AS id FROM (SELECT history_meta('web_events'));
SELECT _id FROM web_events SNAPSHOT AS OF @first;
SELECT _id FROM web_events SNAPSHOT BETWEEN 'HEAD' AND @first;
SET @parent = SELECT parent_id FROM (SELECT history_meta('web_events')) WHERE snapshot_generation = 0;
SELECT _id FROM web_events SNAPSHOT SINCE @parent;
SET @last = SELECT max(snapshot_id) AS id FROM (SELECT history_meta('web_events'));
SELECT _id FROM web_events SNAPSHOT SINCE @last;
SET @newest = SELECT snapshot_id FROM (SELECT history_meta('web_events')) ORDER BY snapshot_generation DESC LIMIT 1;
SELECT _id FROM web_events SNAPSHOT SINCE @newest;
SET @second = SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE snapshot_generation = 1;
SELECT _id FROM web_events SNAPSHOT SINCE @second;
SET @recent = SELECT min(snapshot_id) AS id FROM (SELECT history_meta('web_events')) WHERE snapshot_generation > 5;
SELECT _id FROM web_events SNAPSHOT SINCE @recent;
SET @one_of = SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE is_current = true OR snapshot_generation = 0;
SELECT _id FROM web_events SNAPSHOT SINCE @one_of;
SET @kept = SELECT min(store_id) AS id FROM stores;
SELECT _id FROM web_events SNAPSHOT SINCE @kept;
SET @checked = SELECT coalesce(city, 'HEAD') AS id FROM stores;
SELECT _id FROM web_events SNAPSHOT SINCE @checked
`);
});

test('the quick fix starts at the head', () => {
  checkFix(
    `SET @f = SELECT min(snapshot_id) AS id FROM (SELECT history_meta('web_events'));
SELECT _id FROM web_events SNAPSHOT SINCE @f`,
    'skips-first-snapshot',
    `SET @f = SELECT min(snapshot_id) AS id FROM (SELECT history_meta('web_events'));
SELECT _id FROM web_events SNAPSHOT SINCE 'HEAD'`,
  );
});
