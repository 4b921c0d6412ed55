import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('a table from a query', () => {
  checkFormat(
    "create table if not exists training_set with (schema='Training set', rowvalidation='false', label='PROFILE') as select customer_id, count(*) as n from orders group by customer_id",
    `CREATE TABLE IF NOT EXISTS training_set
WITH (schema = 'Training set', rowvalidation = 'false', label = 'PROFILE')
AS
SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id`,
  );
});

test('a table from a short query', () => {
  checkFormat('create table t as select 1 as one', 'CREATE TABLE t AS SELECT 1 AS one');
});

test('a table with transformed columns', () => {
  checkFormat(
    'create table features transform(string_indexer(country) as country_index, one_hot_encoder(country_index) as country_vector) as select country from customers',
    `CREATE TABLE features
TRANSFORM (
  string_indexer(country) AS country_index,
  one_hot_encoder(country_index) AS country_vector
)
AS
SELECT country FROM customers`,
  );
});

test('a query in brackets follows in the line', () => {
  checkFormat(
    `create table t as (select a
from u); insert into t (select a
from u)`,
    `CREATE TABLE t AS (
  SELECT a
  FROM u
);
INSERT INTO t (
  SELECT a
  FROM u
)`,
  );
});

test('columns and their types', () => {
  checkFormat(
    "create table t (id int comment 'the key', items array<struct<sku:string,price:double>>, totals map<string,array<double>>, price decimal(10,2))",
    `CREATE TABLE t (
  id int COMMENT 'the key',
  items array<struct<sku: string, price: double>>,
  totals map<string, array<double>>,
  price decimal(10, 2)
)`,
  );
});

test('inserts', () => {
  checkFormat(
    "insert into checkpoints (process_name, process_status, last_snapshot_id, process_time) select 'features', 'ok', cast(@to as string), current_timestamp; insert into t values (1,'x'),(2,'y')",
    `INSERT INTO checkpoints (process_name, process_status, last_snapshot_id, process_time)
SELECT 'features', 'ok', CAST(@to AS string), current_timestamp;
INSERT INTO t VALUES (1, 'x'), (2, 'y')`,
  );
});

test('a model', () => {
  checkFormat(
    "create model m transform(string_indexer(a) as b, vector_assembler(array(b)) features) options(MODEL_TYPE='kmeans') as select a from t",
    `CREATE MODEL m
TRANSFORM (string_indexer(a) AS b, vector_assembler(array(b)) features)
OPTIONS (MODEL_TYPE = 'kmeans')
AS
SELECT a FROM t`,
    { width: 80 },
  );
});

test('the query of a model function', () => {
  checkFormat(
    'select * from model_predict(churn, 1, select customer_id, visits, purchases, days_since_last_visit, country, device from features)',
    `SELECT *
FROM model_predict(
  churn,
  1,
  SELECT customer_id, visits, purchases, days_since_last_visit, country, device FROM features
)`,
  );
});

test('an audience', () => {
  checkFormat(
    'create audience likely_buyers with (primary_identity = customer_id, identity_namespace = ECID) as select customer_id from scores where propensity > 0.8',
    `CREATE AUDIENCE likely_buyers
WITH (primary_identity = customer_id, identity_namespace = ECID)
AS
SELECT customer_id FROM scores WHERE propensity > 0.8`,
  );
});

test('keys of a table', () => {
  checkFormat(
    'alter table orders_of_customers add constraint foreign key (customer_id, country) references customer_profiles (id, country_code)',
    `ALTER TABLE orders_of_customers
  ADD CONSTRAINT FOREIGN KEY (customer_id, country)
  REFERENCES customer_profiles (id, country_code)`,
  );
});

test('statistics of columns', () => {
  checkFormat(
    'analyze table orders filtercontext (total > 0) compute statistics for columns (customer_id, productListItems.SKU, productListItems.priceTotal) as order_statistics',
    `ANALYZE TABLE orders FILTERCONTEXT (total > 0) COMPUTE STATISTICS FOR COLUMNS (
  customer_id,
  productListItems.SKU,
  productListItems.priceTotal
) AS order_statistics`,
  );
});

test('what goes to a file, a cursor or a name', () => {
  checkFormat(
    "copy (select customer_id from features where day = '2026-01-01') to '%scratch_space%/features' with format 'csv'; declare c cursor for select 1; prepare p as select $1; execute p(1,2)",
    `COPY (
  SELECT customer_id FROM features WHERE day = '2026-01-01'
) TO '%scratch_space%/features' WITH FORMAT 'csv';
DECLARE c CURSOR FOR SELECT 1;
PREPARE p AS SELECT $1;
EXECUTE p(1, 2)`,
  );
});

test('settings and names of the session are kept as they are', () => {
  checkFormat(
    'set auto_to_json=true; show  tables',
    `set auto_to_json=true;
show  tables`,
  );
});
