import { test } from 'vitest';
import { checkDiagnostics, checkFix } from '../../../support/checkDiagnostics';

test('a text that differs from a listed one by case', () => {
  checkDiagnostics(`
SELECT count(*) FROM web_events WHERE eventType = 'web.formfilledout';
--                                                ^^^^^^^^^^^^^^^^^^^ unlikely-value: The schema does not list 'web.formfilledout' for eventType. Did you mean 'web.formFilledOut'?
SELECT count(*) FROM web_events e WHERE 'Commerce.purchases' == e.eventType;
--                                      ^^^^^^^^^^^^^^^^^^^^ unlikely-value: The schema does not list 'Commerce.purchases' for e.eventType. Did you mean 'commerce.purchases'?
SELECT count(*) FROM web_events WHERE eventType <> 'web.formFilledOut '
--                                                 ^^^^^^^^^^^^^^^^^^^^ unlikely-value
`);
});

test('a text that is nearly a listed one, or its end', () => {
  checkDiagnostics(`
SELECT count(*) FROM web_events WHERE eventType = 'commerce.purchase';
--                                                ^^^^^^^^^^^^^^^^^^^ unlikely-value
SELECT sum(CASE WHEN eventType = 'emailSent' THEN 1 ELSE 0 END) FROM web_events;
--                               ^^^^^^^^^^^ unlikely-value
SELECT count(*) FROM web_events WHERE eventType IN ('commerce.purchases', 'formFilledOut');
--                                                                        ^^^^^^^^^^^^^^^ unlikely-value
SELECT CASE eventType WHEN 'web.formFilledout' THEN 1 END FROM web_events
--                         ^^^^^^^^^^^^^^^^^^^ unlikely-value
`);
});

test('through subqueries and common table expressions', () => {
  checkDiagnostics(`
WITH e AS (SELECT eventType AS kind FROM web_events)
SELECT count(*) FROM (SELECT kind AS k FROM e) WHERE k = 'commerce.Purchases'
--                                                       ^^^^^^^^^^^^^^^^^^^^ unlikely-value
`);
});

test('what is left alone', () => {
  checkDiagnostics(`
SELECT count(*) FROM web_events WHERE eventType = 'web.formFilledOut';
SELECT count(*) FROM web_events WHERE eventType = 'acme.quiz.started';
SELECT count(*) FROM web_events WHERE eventType = '';
SELECT count(*) FROM web_events WHERE lower(eventType) = 'web.formfilledout';
SELECT count(*) FROM web_events WHERE eventType LIKE 'web.formfilledout';
SELECT count(*) FROM web_events WHERE eventType > 'web.formfilledout';
SELECT count(*) FROM web_events WHERE eventType = '$kind';
SELECT count(*) FROM web_events WHERE eventType = $kind;
SELECT count(*) FROM web_events WHERE web.webPageDetails.name = 'web.formfilledout';
SELECT count(*) FROM stores WHERE city = 'web.formfilledout';
SELECT concat(eventType, 'web.formfilledout') FROM web_events;
SELECT 'web.formfilledout' = 'web.formFilledOut';
SELECT count(*) FROM web_events WHERE eventType = web.webPageDetails.name
`);
});

test('values that are numbered, and ends that several values have', () => {
  checkDiagnostics(`
SELECT count(*) FROM t WHERE step = 'step_3';
SELECT count(*) FROM t WHERE step = 'done';
--- catalog
{"version": 1, "datasets": [{"table": "t", "kind": "dataset", "columns": [
  {"name": "step", "type": "string", "enum": ["step_1", "step_2", "a.done", "b.done"]}]}]}
`);
});

test('the quick fix puts the listed value in', () => {
  checkFix(
    "SELECT count(*) FROM web_events WHERE eventType = 'web.formfilledout'",
    'unlikely-value',
    "SELECT count(*) FROM web_events WHERE eventType = 'web.formFilledOut'",
  );
});
