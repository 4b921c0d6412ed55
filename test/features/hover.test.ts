import { expect, test } from 'vitest';
import { hover } from '../../server/features/hover';
import { analyzeWorkspace } from '../support/analyzeWorkspace';
import { checkHover } from '../support/checkHover';

test('a column: type, title, description, values, table', () => {
  checkHover(
    'SELECT «event$0Type» FROM web_events',
    'eventType: string',
    '**Event type**',
    'The kind of thing that happened.',
    '`web.formFilledOut`',
    'From Web events, table `web_events`',
  );
});

test('a nested field: the full path, labels and identity', () => {
  checkHover(
    'SELECT e._acme.«user_$0id» FROM web_events e',
    '_acme.user_id: string',
    'Labels: I1',
    'Primary identity of namespace ECID',
  );
  checkHover('SELECT web.«webPage$0Details».name FROM web_events', 'web.webPageDetails: struct<name:string,');
  checkHover("SELECT identityMap['ECID'][0].«i$0d» FROM web_events", 'id: string');
});

test('a qualifier and a table: the data set', () => {
  checkHover('SELECT «$0e».eventType FROM web_events e', '**Web events**', 'experience events');
  checkHover('SELECT * FROM «web_$0events»', 'Web events schema', '- `timestamp` timestamp');
  checkHover('WITH a AS (SELECT city AS town FROM stores) SELECT * FROM «$0a»', '**a**', '`town` string');
});

test('computed columns: the expression', () => {
  checkHover('SELECT n FROM (SELECT count(*) AS n FROM stores) WHERE «n$0» > 1', 'n: bigint', '= count(*)');
  checkHover('SELECT store_id + 1 AS «nex$0t» FROM stores', 'next: int');
});

test('computed columns: where they come from and the labels that they carry', () => {
  checkHover(
    'SELECT count(_acme.email) AS «mai$0ls» FROM web_events',
    'Comes from `web_events._acme.email` (aggregate)',
    'Carries C9 (not for data science), I1 (identifies a person)'.replace(/[()]/g, '\\$&'),
  );
  checkHover(
    `WITH c AS (
      -- feature-sql: declassify mails C9: a number tells nothing
      SELECT count(_acme.email) AS mails, now() AS t FROM web_events)
    SELECT «mails$0» FROM c`,
    'Comes from `web_events._acme.email` (aggregate)',
    'Carries I1',
    'C9 declassified in mails: a number tells nothing',
  );
  checkHover('SELECT «_ac$0me» FROM web_events', 'Carries C9 \\(not for data science\\), I1');
});

test('functions: signature and summary', () => {
  checkHover(
    'SELECT «date_a$0dd»(opened, 1) FROM stores',
    'date_add(d: date, days: int) -> date',
    'Date plus days',
  );
  checkHover('SELECT «CURRENT_$0DATE»', 'current_date() -> date');
});

test('a star: the columns that it stands for', () => {
  checkHover('SELECT «*$0» FROM stores', '4 columns', 'store_id: int', 'floor space: double');
});

test('variables: their type', () => {
  checkHover('$$ BEGIN SET @a = SELECT 1 AS one; SELECT «@$0a»; END $$;', '@a: int');
});

test('a column that cannot be null says so', () => {
  checkHover('SELECT count(*) AS «n$0» FROM stores', 'n: bigint NOT NULL');
  checkHover('SELECT n FROM (SELECT 1 AS n) WHERE «n$0» > 1', 'n: int NOT NULL');
  checkHover('SELECT b.«n$0» FROM stores LEFT JOIN (SELECT 1 AS n) b', 'n: int\n');
});

test('a table says where it is made', () => {
  checkHover(
    'CREATE TABLE t AS SELECT 1 AS a;\nSELECT * FROM «t$0»',
    '**t**, table made in this file',
    '`a` int',
  );
});

test('a table of another file says so', () => {
  const { workspace, main } = analyzeWorkspace(
    '--- /a.fsql\nSELECT * FROM t$0\n--- /b.fsql\nCREATE VIEW t AS SELECT 1 AS a',
  );
  const file = workspace.file('/a.fsql');
  const found = file && main.cursor !== undefined ? hover(file, main.cursor) : undefined;
  expect(found?.markdown).toContain('**t**, view made in another file of the workspace');
});

test('a model: its options and what it is trained on', () => {
  checkHover(
    "CREATE MODEL churn OPTIONS (MODEL_TYPE='kmeans') AS SELECT store_id FROM stores;\nSELECT * FROM model_predict(«chu$0rn», 1, SELECT store_id FROM stores)",
    '**churn**, model made in this file',
    "MODEL_TYPE='kmeans'",
    '`store_id` int',
  );
});

test('parameters and named windows', () => {
  checkHover('SELECT * FROM stores WHERE city = «$ci$0ty»', 'Parameter `$city`', '-p city=value');
  checkHover(
    'SELECT sum(store_id) OVER «w$0» FROM stores WINDOW w AS (ORDER BY opened)',
    'w AS (ORDER BY opened)',
  );
});

test('words that other SQL does not have', () => {
  checkHover('SELECT * FROM web_events «SNAP$0SHOT» SINCE 12', 'SNAPSHOT BETWEEN', 'history_meta');
  checkHover('SELECT count(*) FROM web_events «WITH$0APPROXIMATE»', 'newest sample');
  checkHover('SELECT * FROM stores «QUAL$0IFY» rank() OVER (ORDER BY city) = 1', 'window functions');
});

test('what is unknown has no hover', () => {
  checkHover('SELECT no$0pe FROM stores');
  checkHover('SEL$0ECT 1');
  checkHover('$0');
});

test('an option of a model: what it means and what holds unless told; a type of model: its options', () => {
  const model = (options: string): string => `CREATE MODEL m OPTIONS (${options}) AS SELECT city FROM stores`;
  checkHover(
    model("MODEL_TYPE='random_forest_classifier', «max_$0depth»=3"),
    'The most splits between the root of a tree and a leaf',
    'Unless told: `5`',
  );
  checkHover(
    model("MODEL_TYPE=«'km$0eans'», NUM_CLUSTERS=3"),
    'Groups rows around centres',
    '`NUM_CLUSTERS=2`',
  );
});
