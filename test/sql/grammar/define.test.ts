import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('tables', () => {
  test.each([
    ['CREATE TABLE t AS SELECT 1 AS a', 'QualifiedName t', 'Query SELECT 1 AS a'],
    ['CREATE TABLE IF NOT EXISTS t AS (SELECT 1 AS a)', 'ParenQuery (SELECT 1 AS a)'],
    [
      "CREATE TABLE t WITH (schema='Shop', rowvalidation='false', label='PROFILE') AS SELECT 1 AS a",
      "Option schema='Shop'",
      "Option rowvalidation='false'",
      "Option label='PROFILE'",
    ],
    [
      'CREATE TABLE t TRANSFORM (string_indexer(a) b, binarizer(c, 5.0) AS d) AS SELECT a, c FROM u',
      'TransformClause TRANSFORM (string_indexer(a) b, binarizer(c, 5.0) AS d)',
    ],
    ['CREATE TEMP TABLE t AS SELECT 1 AS a'],
    [
      'CREATE TEMPORARY TABLE t WITH (x=1) TRANSFORM (tokenizer(a) b) AS SELECT a FROM u',
      'Options WITH (x=1)',
    ],
    [
      "CREATE TABLE t (a int, b string NOT NULL, c varchar(20) COMMENT 'text')",
      'ColumnDefinition a int',
      'ColumnDefinition b string NOT NULL',
      "ColumnDefinition c varchar(20) COMMENT 'text'",
    ],
    ["CREATE TABLE t (a int) USING parquet PARTITIONED BY (a) LOCATION 'x'"],
    ['DROP TABLE t', 'Drop DROP TABLE t'],
    ['DROP TABLE IF EXISTS db.t', 'QualifiedName db.t'],
    ['DROP TABLESAMPLE x5e_uniform_4_0_percent_ughk7'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('rows', () => {
  test.each([
    ['INSERT INTO t SELECT a FROM u', 'Query SELECT a FROM u'],
    ['INSERT INTO t AS (SELECT a FROM u)', 'ParenQuery (SELECT a FROM u)'],
    ['INSERT INTO t (SELECT a FROM u)', 'ParenQuery (SELECT a FROM u)'],
    ['INSERT INTO db.schema1.t (a, b) SELECT 1, 2', 'ColumnList (a, b)'],
    ["INSERT INTO t VALUES (1, 'x'), (2, NULL)", "Values VALUES (1, 'x'), (2, NULL)"],
    ['INSERT INTO t SELECT struct(a AS b) _tenant FROM u', 'Alias AS b', 'Alias _tenant'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('views, databases and schemas', () => {
  test.each([
    ['CREATE VIEW v AS SELECT 1', 'CreateView CREATE VIEW v AS SELECT 1'],
    ['CREATE OR REPLACE VIEW db.schema1.v AS SELECT 1', 'QualifiedName db.schema1.v'],
    [
      "CREATE VIEW v (a COMMENT 'x', b) AS SELECT 1, 2",
      "ColumnDefinition a COMMENT 'x'",
      'ColumnDefinition b',
    ],
    ['DROP VIEW IF EXISTS v'],
    ['CREATE DATABASE IF NOT EXISTS db', 'CreateDatabase CREATE DATABASE IF NOT EXISTS db'],
    ['DROP DATABASE IF EXISTS db'],
    ['CREATE SCHEMA db.schema1', 'CreateDatabase CREATE SCHEMA db.schema1'],
    ['DROP SCHEMA IF EXISTS db.schema1 RESTRICT'],
    ['DROP SCHEMA db.schema1 CASCADE'],
    ["CREATE NAMESPACE n WITH (code='c', TYPE='Email')", "Option code='c'", "Option TYPE='Email'"],
    [
      "CREATE FIELDGROUP f (a map<text, integer>) WITH (LABEL='PROFILE')",
      'TypeName map<text, integer>',
      'TypeName text',
      'TypeName integer',
    ],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('changes of a table', () => {
  test.each([
    ['ALTER TABLE t ADD CONSTRAINT PRIMARY KEY (a, b) NAMESPACE ECID', 'ColumnList (a, b)'],
    ['ALTER TABLE t DROP CONSTRAINT PRIMARY KEY (a)', 'ColumnList (a)'],
    ['ALTER TABLE t ADD CONSTRAINT FOREIGN KEY (a) REFERENCES u (b)', 'ColumnList (a)', 'ColumnList (b)'],
    ['ALTER TABLE t DROP CONSTRAINT FOREIGN KEY (a)'],
    ["ALTER TABLE t ADD CONSTRAINT PRIMARY IDENTITY (a) NAMESPACE 'IDFA'"],
    ['ALTER TABLE t DROP CONSTRAINT PRIMARY IDENTITY (a)'],
    ["ALTER TABLE t ADD CONSTRAINT IDENTITY (a) NAMESPACE 'IDFA'"],
    ['ALTER TABLE t DROP CONSTRAINT IDENTITY (a)'],
    ['ALTER TABLE t ADD PRIMARY KEY (a) NOT ENFORCED'],
    ['ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u(b) NOT ENFORCED'],
    [
      'ALTER TABLE t ADD COLUMN a bigint, b varchar(20), c double precision, d datetime',
      'ColumnDefinition a bigint',
      'ColumnDefinition b varchar(20)',
      'ColumnDefinition c double precision',
      'ColumnDefinition d datetime',
    ],
    ['ALTER TABLE t ADD SCHEMA db.s', 'QualifiedName t', 'QualifiedName db.s'],
    ['ALTER TABLE t REMOVE SCHEMA db.s'],
    ['ALTER TABLE t SET SCHEMA db.s'],
    ['ALTER VIEW v ADD SCHEMA db.s'],
    ['ALTER VIEW v SET SCHEMA db.s'],
    ['ALTER VIEW v REMOVE SCHEMA db.s'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('statistics and samples', () => {
  test.each([
    ['ANALYZE TABLE t', 'Analyze ANALYZE TABLE t'],
    ['ANALYZE TABLE t COMPUTE STATISTICS'],
    ['ANALYZE TABLE t COMPUTE STATISTICS FOR ALL COLUMNS AS s'],
    ['ANALYZE TABLE t FILTERCONTEXT (a > 1) COMPUTE STATISTICS FOR COLUMNS (b, c.d.e)'],
    ['ANALYZE TABLE t TABLESAMPLE SAMPLERATE 5'],
    ['ANALYZE TABLE t FILTERCONTEXT (a > 1) TABLESAMPLE SAMPLERATE 0.5'],
    ['ANALYZE TABLE t TABLESAMPLE FILTERCONTEXT (a > 1) SAMPLERATE 5'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
