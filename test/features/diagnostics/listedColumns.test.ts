import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../support/checkDiagnostics';

test('unknown-column: names of USING, EXCEPT and the list of an INSERT', () => {
  checkDiagnostics(`
SELECT * FROM stores JOIN open_stores USING (store_id, opened);
--                                                     ^^^^^^ unknown-column: The right side of the join has no column opened
SELECT * EXCEPT (cty) FROM stores;
--               ^^^ unknown-column: The star has no column cty. Did you mean city?
INSERT INTO stores (store_id, cty) SELECT 1, 'x'
--                            ^^^ unknown-column: stores has no column cty. Did you mean city?
`);
  checkFix('SELECT * EXCEPT (cty) FROM stores', 'unknown-column', 'SELECT * EXCEPT (city) FROM stores');
});

test('unknown-column: places of the select list', () => {
  checkDiagnostics(`
SELECT count(*) FROM stores GROUP BY 3;
--                                   ^ unknown-column: The select list has no column 3: there is only 1 column
SELECT city, store_id FROM stores ORDER BY 2, 3
--                                            ^ unknown-column: The select list has no column 3: there are 2 columns
`);
});

test('wrong-argument-count: keys and names without value', () => {
  checkDiagnostics(`
SELECT map(1), named_struct('a', 1, 'b'), map(), map(1, 2) FROM stores
--     ^^^^^^ wrong-argument-count: map takes keys, each with its value, found 1 argument
--             ^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-argument-count
`);
});

test('aggregate-not-allowed: a window that nothing names', () => {
  checkDiagnostics(`
SELECT sum(store_id) OVER w, sum(store_id) OVER v, rank() OVER (v) FROM stores WINDOW v AS (ORDER BY city)
--     ^^^^^^^^^^^^^^^^^^^^ aggregate-not-allowed: No WINDOW clause of the query names w. Add WINDOW w AS (...), or spell it out in OVER
`);
});

test('unknown-column: what SELECT DISTINCT is sorted by is in its list', () => {
  checkDiagnostics(`
SELECT DISTINCT city FROM stores ORDER BY city, opened;
--                                              ^^^^^^ unknown-column: The column opened is not in the list of SELECT DISTINCT, so its rows cannot be sorted by it. Add it to the list
SELECT DISTINCT * FROM stores ORDER BY opened;
SELECT DISTINCT web.webPageDetails, year(timestamp) AS y FROM web_events ORDER BY web.webPageDetails.name, year(timestamp), y;
SELECT city FROM stores ORDER BY opened
`);
});

test('unknown-function: what stands in FROM gives rows', () => {
  checkDiagnostics(`
SELECT * FROM array(1);
--            ^^^^^ unknown-function: array gives a value, not rows, and cannot stand in FROM. Put it into a SELECT
SELECT * FROM explode(array(1)), range(3)
`);
});
