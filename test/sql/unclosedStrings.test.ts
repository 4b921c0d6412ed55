import { expect, test } from 'vitest';
import { parse } from '../../server/sql/parse';
import { TokenKind } from '../../server/sql/tokenKind';
import { tokenText } from '../../server/sql/tree';

/** The strings of all statements of a text. */
function strings(text: string): readonly string[] {
  return parse(text).statements.flatMap(({ statement }) =>
    Array.from({ length: statement.tokens.count }, (_, at) => at)
      .filter((at) => statement.tokens.kinds[at] === TokenKind.String)
      .map((at) => tokenText(statement, at)),
  );
}

test('a string that is not closed leaves the later ones alone', () => {
  expect(strings("SELECT 'a\n;\nSELECT coalesce(b, '') AS c;")).toEqual(["'a", "''"]);
  expect(strings("SELECT 'a\n;\nSELECT '''' AS c;")).toEqual(["'a", "''''"]);
  expect(strings("SELECT 'it\\'s\n;\nSELECT r'' AS c;")).toEqual(["'it\\'s", "r''"]);
  expect(strings('SELECT r\'a\n;\nSELECT "b\\"c" AS d;')).toEqual(["r'a"]);
});

test('a string that is not closed ends with its line, also behind a backslash', () => {
  expect(strings("SELECT 'a\\\nFROM t;")).toEqual(["'a\\"]);
  expect(strings("SELECT 'a\\\n\nSELECT 1;")).toEqual(["'a\\"]);
});
