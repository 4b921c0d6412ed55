import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

const title = 'Write out the columns';
const withFields = 'Write out the columns and their fields';

test('the columns of a table, in its order, quoted where they must be', () => {
  checkAction('SELECT *$0 FROM stores', title, 'SELECT store_id, city, opened, `floor space` FROM stores');
  checkAction(
    'SELECT s.*$0 FROM stores s',
    title,
    'SELECT s.store_id, s.city, s.opened, s.`floor space` FROM stores s',
  );
  checkAction(
    'SELECT * EXCEPT (opened)$0 FROM stores',
    title,
    'SELECT store_id, city, `floor space` FROM stores',
  );
});

test('of several tables with the table that each is of', () => {
  checkAction(
    'SELECT *$0 FROM open_stores o JOIN open_stores p ON o.store_id = p.store_id',
    title,
    'SELECT o.store_id, o.city, p.store_id, p.city FROM open_stores o JOIN open_stores p ON o.store_id = p.store_id',
  );
  checkAction(
    'SELECT *$0 FROM (SELECT 1 AS a, 2 AS b) x LEFT JOIN (SELECT 1 AS a, 3 AS c) y USING (a)',
    title,
    'SELECT a, x.b, y.c FROM (SELECT 1 AS a, 2 AS b) x LEFT JOIN (SELECT 1 AS a, 3 AS c) y USING (a)',
  );
});

test('one a line where a line would be too long', () => {
  checkAction(
    'SELECT\n  *$0\nFROM (SELECT 1 AS a_rather_long_name, 2 AS another_rather_long_name, 3 AS the_very_longest_name_of_all_of_them)',
    title,
    'SELECT\n  a_rather_long_name,\n  another_rather_long_name,\n  the_very_longest_name_of_all_of_them\nFROM (SELECT 1 AS a_rather_long_name, 2 AS another_rather_long_name, 3 AS the_very_longest_name_of_all_of_them)',
  );
});

test('with the fields of structs as columns', () => {
  checkAction(
    'SELECT *$0 FROM profiles',
    withFields,
    'SELECT\n  _id,\n  person.birthYear AS person_birthYear,\n  person.gender AS person_gender,\n  loyalty_points,\n  _acme.user_id AS _acme_user_id FROM profiles',
  );
});

test('not where columns are unknown, unnamed, or counted', () => {
  checkNoAction('SELECT *$0 FROM nowhere', title);
  checkNoAction('SELECT *$0 FROM (SELECT 1 + 1)', title);
  checkNoAction('SELECT count(*$0) FROM stores', title);
  checkNoAction('SELECT *$0 FROM stores JOIN stores', title);
});
