import { expect, test } from 'vitest';
import { fieldKey, fieldsOf, parsePql } from '../../../server/sandbox/segment/parsePql';
import { ruleSql } from '../../../server/sandbox/segment/ruleSql';

function sqlOf(rule: string): string {
  const parsed = parsePql(rule);
  return ruleSql(parsed, new Map(fieldsOf(parsed).map((field) => [fieldKey(field), field.path.join('.')])));
}

test.each([
  [
    '_acme.propensity >= 0.2 and _acme.propensity <= 0.93',
    '((_acme.propensity >= 0.2) AND (_acme.propensity <= 0.93))',
  ],
  ['a = 1 or b = 2 and c = 3', '((a = 1) OR ((b = 2) AND (c = 3)))'],
  ['(a = 1 or b = 2) and not c != -3.5e2', '(((a = 1) OR (b = 2)) AND (NOT (c != -3.5e2)))'],
  [`person.gender = "it's" AND b <> 'x\\'y'`, `((person.gender = 'it''s') AND (b != 'x''y'))`],
  ['a.b in ("x", "y")', `(a.b IN ('x', 'y'))`],
  ['a.b.isNotNull() and c.isNull()', '((a.b IS NOT NULL) AND (c IS NULL))'],
  ['consented = true', '(consented = true)'],
])('%s', (rule, sql) => {
  expect(sqlOf(rule)).toBe(sql);
});

test.each([
  ['', 'Expected the name of a field, found the end, at character 1 of the rule'],
  ['a >=', 'Expected a number, a text, true or false, found the end, at character 5 of the rule'],
  ['a 5', 'Expected a comparison such as ">=", found 5, at character 3 of the rule'],
  ['a = 1 b', 'Expected "and", "or" or the end, found b, at character 7 of the rule'],
  ['a = 1; DROP TABLE x', '";" is not understood, at character 6 of the rule'],
  ['(a = 1', 'Expected ")", found the end, at character 7 of the rule'],
  ['('.repeat(500), 'The rule is nested too deeply, at character 101 of the rule'],
  ['a = b', 'Expected a number, a text, true or false, found b, at character 5 of the rule'],
])('%s is refused', (rule, message) => {
  expect(() => parsePql(rule)).toThrow(message);
});
