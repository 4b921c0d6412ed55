import { expect, test } from 'vitest';
import { parse, parseStatement } from '../../server/sql/parse';
import { statementDifference } from '../support/treeDifference';

test.each([
  ",('\\\n\nSELECT",
  "m('\n\nSELECT''a",
  "'\n;''G",
  "'\n;'' ",
  'S("\\\n\nSELECT',
  "'a\\'\n;SELECT r''",
  "\\'''\n\\'''\n;SELECT ''''",
  '$$BEGIN\n#I$$);',
])('the statements of %j are values of their texts', (text) => {
  for (const { statement } of parse(text).statements) {
    expect(statementDifference(statement, parseStatement(statement.text))).toBeUndefined();
  }
});
