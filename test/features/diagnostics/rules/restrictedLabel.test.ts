import { expect, test } from 'vitest';
import { diagnostics } from '../../../../server/features/diagnostics/diagnostics';
import { defaultOptions, type DiagnosticOptions } from '../../../../server/features/diagnostics/options';
import { analyzeFixture } from '../../../support/analyzeFixture';
import { analyzeWorkspace } from '../../../support/analyzeWorkspace';
import { checkDiagnostics, checkFix } from '../../../support/checkDiagnostics';

function check(source: string, options: Partial<DiagnosticOptions> = {}): void {
  checkDiagnostics(source, { severity: { 'restricted-label': 'warning' }, ...options });
}

const what = 'C9 (not for data science)';
const advice = 'Leave it out, declassify it with a reason, or ask for access';

test('a labelled field in the rows of a query', () => {
  check(
    `
SELECT eventType, _acme.email FROM web_events
--                ^^^^^^^^^^^ restricted-label: email carries ${what}, from web_events._acme.email. ${advice}
`,
  );
});

test('in what is made, written, copied or trained on; not in a view or in EXPLAIN', () => {
  check(
    `
CREATE TABLE t AS SELECT _acme.email AS a FROM web_events;
--                       ^^^^^^^^^^^ restricted-label
INSERT INTO open_stores SELECT 1, _acme.email FROM web_events;
--                                ^^^^^^^^^^^ restricted-label
COPY (SELECT _acme.email FROM web_events) TO '%scratch_space%/x';
--           ^^^^^^^^^^^ restricted-label
CREATE MODEL m OPTIONS (MODEL_TYPE = 'kmeans') AS SELECT length(_acme.email) AS n FROM web_events;
--                                                       ^^^^^^^^^^^^^^^^^^^ restricted-label
CREATE VIEW v AS SELECT _acme.email FROM web_events;
EXPLAIN SELECT _acme.email FROM web_events;
`,
  );
});

test('through a star, a struct, a CTE and a table made before', () => {
  check(
    `
SELECT * FROM web_events;
--     ^ restricted-label: _acme carries ${what}, from web_events._acme.email. ${advice}
SELECT to_json(_acme) AS j FROM web_events;
--     ^^^^^^^^^^^^^^ restricted-label: j carries ${what}, from web_events._acme.email. ${advice}
WITH c AS (SELECT _acme.email AS mail, _id FROM web_events) SELECT c.* FROM c;
--                                                                 ^^^ restricted-label: mail carries ${what}, from web_events._acme.email. ${advice}
`,
  );
});

test('an aggregate and a condition carry it on, a filter does not', () => {
  check(
    `
SELECT count(_acme.email) AS n, CASE WHEN _acme.email = 'a' THEN 1 END AS c FROM web_events GROUP BY _acme.email;
--     ^^^^^^^^^^^^^^^^^^ restricted-label
--                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ restricted-label
SELECT count(*) AS n FROM web_events WHERE _acme.email IS NOT NULL GROUP BY _acme.email ORDER BY max(_acme.email);
SELECT row_number() OVER (ORDER BY _acme.email) AS n FROM web_events;
`,
  );
});

test('on both sides of UNION, and only on the left of EXCEPT', () => {
  check(
    `
SELECT city FROM stores UNION SELECT _acme.email FROM web_events;
--                                   ^^^^^^^^^^^ restricted-label
SELECT city FROM stores EXCEPT SELECT _acme.email FROM web_events;
`,
  );
});

test('the labels of a data set go for all its fields, those of a struct for its fields', () => {
  check(`
SELECT a, s.b FROM t
--     ^ restricted-label: a carries RHD (regulated health data), from t.a. ${advice}
--        ^^^ restricted-label: b carries PSPD (sensitive personal data), RHD (regulated health data), from t.s.b. ${advice}
--- catalog
{"version": 1, "datasets": [{"table": "t", "labels": ["RHD"], "columns": [
  {"name": "a", "type": "string"},
  {"name": "s", "type": {"struct": [{"name": "b", "type": "string"}]}, "labels": ["PSPD"]}]}]}`);
});

test('the policy says which labels are forbidden', () => {
  check('SELECT _acme.email FROM web_events', { restrictedLabels: [] });
  check(
    `
SELECT _acme.user_id FROM web_events
--     ^^^^^^^^^^^^^ restricted-label: user_id carries I1 (identifies a person), from web_events._acme.user_id. ${advice}
`,
    { restrictedLabels: ['I1'] },
  );
});

test('a declassification ends a label, also for who reads the column later', () => {
  check(`
CREATE TABLE t AS SELECT
  _id,
  -- feature-sql: declassify mails C9: a number tells nothing of an address
  count(_acme.email) AS mails
FROM web_events GROUP BY _id;
SELECT mails FROM t;
`);
  check(`
-- feature-sql: declassify mails C9: a number tells nothing of an address
SELECT count(_acme.email) AS mails FROM web_events;
`);
  check(`
WITH c AS (
  SELECT
    -- feature-sql: declassify email C9: the addresses are invented
    _acme.email
  FROM web_events
)
SELECT email FROM c;
`);
});

test('a declassification without effect is reported', () => {
  check(`
SELECT
  -- feature-sql: declassify mails C9
--^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: Write after a colon why C9 may end here: without a reason it goes on
  count(_acme.email) AS mails
--^^^^^^^^^^^^^^^^^^ restricted-label
FROM web_events;
SELECT
  eventType, -- feature-sql: declassify eventType C9, RHD: neither is there
--           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: C9 does not reach eventType: the comment declassifies nothing
--           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: RHD does not reach eventType: the comment declassifies nothing
  timestamp
FROM web_events;
SELECT city FROM stores -- feature-sql: declassify city: why not
--                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: Say which label ends at which column: -- feature-sql: declassify column label: reason
;
SELECT eventType FROM web_events -- feature-sql: declassify mails C9: there are none
--                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: No select list here has a column mails of its own: the comment declassifies nothing
`);
});

test('the way by which it came', () => {
  const { file, model } = analyzeFixture(`
CREATE TABLE t AS SELECT «_acme.email AS mail» FROM web_events WHERE false;
WITH c AS (SELECT «upper(mail) AS loud» FROM t) SELECT loud AS out FROM c`);
  const found = diagnostics(model, { ...defaultOptions, severity: { 'missing-time-filter': 'off' } }).at(-1);
  expect(found?.related).toEqual([
    { range: file.ranges[1], message: 'web_events._acme.email passes here' },
    { range: file.ranges[0], message: 'web_events._acme.email is read here' },
  ]);
});

test('the way through another file', () => {
  const { workspace, fixture } = analyzeWorkspace(`--- /read.fsql
SELECT address FROM mails
--- /make.fsql
SELECT 1 AS one;
CREATE TABLE mails AS SELECT «_acme.email AS address» FROM web_events WHERE false`);
  const model = workspace.file('/read.fsql');
  const [found] = model ? diagnostics(model) : [];
  const maker = fixture.files[1];
  expect(found?.related).toEqual([
    {
      range: maker?.ranges[0],
      message: 'web_events._acme.email is read here',
      file: { uri: '/make.fsql', text: maker?.text },
    },
  ]);
});

test('leave the column out', () => {
  checkFix(
    'SELECT _acme.email, eventType FROM web_events',
    'restricted-label',
    'SELECT eventType FROM web_events',
  );
  checkFix(
    'SELECT eventType, _acme.email FROM web_events',
    'restricted-label',
    'SELECT eventType FROM web_events',
  );
  checkFix('SELECT * FROM web_events', 'restricted-label', 'SELECT * EXCEPT (_acme) FROM web_events');
});

test('where columns count by their place, none is left out', () => {
  checkFix(
    'INSERT INTO open_stores SELECT 1, _acme.email FROM web_events',
    'restricted-label',
    'INSERT INTO open_stores SELECT 1, -- feature-sql: declassify email C9: \n                                  _acme.email FROM web_events',
  );
});

test.each([
  ['a block', '$$ BEGIN\n--C\nCREATE TABLE t AS SELECT _acme.email AS n FROM web_events; END $$'],
  ['a subquery', 'SELECT n FROM (\n--C\nSELECT _acme.email AS n FROM web_events)'],
  [
    'both sides of a set operation',
    '--C\nSELECT _acme.email AS n FROM web_events UNION SELECT _acme.email AS n FROM web_events',
  ],
  ['a query with CTEs', '--C\nWITH x AS (SELECT _acme.email AS m FROM web_events) SELECT m AS n FROM x'],
  ['a CTE', 'WITH\n--C\nx AS (SELECT _acme.email AS n FROM web_events) SELECT n FROM x'],
  ['the end of a list', 'SELECT eventType, _acme.email AS n --C\nFROM web_events'],
  [
    'a statement behind others',
    'SELECT 1 AS one;\n/* x */ --C\n-- more\nSELECT _acme.email AS n FROM web_events',
  ],
])('a declassification before or in %s', (_, sql) => {
  check(sql.replace('--C', '-- feature-sql: declassify n C9: it is invented'));
});

test('declassify the only column', () => {
  checkFix(
    'SELECT count(_acme.email) AS n FROM web_events',
    'restricted-label',
    'SELECT -- feature-sql: declassify n C9: \n       count(_acme.email) AS n FROM web_events',
  );
});
