import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('a new table of the rows that stay, those with an unknown condition among them', () => {
  checkAction(
    "DEL$0ETE FROM stores WHERE city = 'Basel' OR city IS NULL;",
    'Keep the other rows in a new table stores_kept',
    "CREATE TABLE stores_kept AS\nSELECT *\nFROM stores\nWHERE (city = 'Basel' OR city IS NULL) IS NOT TRUE;",
  );
  checkAction(
    'DEL$0ETE FROM db1.stores s WHERE s.city IS NULL',
    'Keep the other rows in a new table stores_kept',
    'CREATE TABLE stores_kept AS\nSELECT *\nFROM db1.stores s\nWHERE (s.city IS NULL) IS NOT TRUE',
  );
});

test('not without a condition, and not for other statements', () => {
  checkNoAction('DEL$0ETE FROM stores', 'Keep');
  checkNoAction('UPD$0ATE stores SET city = 1 WHERE store_id = 1', 'Keep');
});
