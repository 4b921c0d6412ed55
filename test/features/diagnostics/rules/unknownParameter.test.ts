import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../../support/checkDiagnostics';

test('a parameter where the block has a variable of that name', () => {
  checkDiagnostics(`
$$ BEGIN
  SET @from_id = SELECT max(store_id) AS m FROM stores;
  SELECT * FROM web_events SNAPSHOT SINCE $from_id;
--                                        ^^^^^^^^ unknown-parameter: $from_id is a parameter, and SET gives a value to the variable @from_id. Did you mean @from_id?
END $$
`);
});

test('names that differ by case', () => {
  checkDiagnostics(`
SELECT * FROM stores WHERE city = '$city' OR city = '$City'
--                                                   ^^^^^ unknown-parameter: $City is another parameter than $city. Did you mean $city?
`);
});

test('one letter away from a name that occurs more often', () => {
  checkDiagnostics(`
SELECT $from_snapshot, $from_snapshot, $from_snapsot, $form_snapshot FROM stores
--                                     ^^^^^^^^^^^^^ unknown-parameter
--                                                    ^^^^^^^^^^^^^^ unknown-parameter
`);
});

test('what may get its value when it is run', () => {
  checkDiagnostics(`
SELECT * FROM stores WHERE city = '$city';
SELECT * FROM web_events SNAPSHOT BETWEEN $from_id AND $to_id;
SELECT * FROM stores WHERE opened BETWEEN '$start_date' AND '$end_date';
SELECT * FROM $table WHERE city = '$city';
SELECT $user, $user, $users;
SELECT $date_1, $date_1, $date_2;
SELECT $customer_ids, $customer_id, $customer_id;
SELECT $snapshot_from, $snapshot_form;
SELECT $min_x, $min_x, $max_x;
PREPARE p AS SELECT * FROM stores WHERE city = $1 AND store_id = $2;
$$ BEGIN SET @city = '$city'; SELECT * FROM stores WHERE city = '@city' OR city = '$city'; END $$;
$$ BEGIN SET @day = SELECT 1 AS one; SELECT * FROM stores WHERE city = '$city'; END $$;
-- $from_id and $From_id in a comment
SELECT 1
`);
});

test('the quick fix', () => {
  checkFix(
    "SELECT * FROM stores WHERE city = '$city' OR city = '$City'",
    'unknown-parameter',
    "SELECT * FROM stores WHERE city = '$city' OR city = '$city'",
  );
});
