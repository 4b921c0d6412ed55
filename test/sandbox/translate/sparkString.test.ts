import { expect, test } from 'vitest';
import { sparkString } from '../../../server/sandbox/translate/sparkString';

test.each([
  [`'plain'`, 'plain'],
  [`'it''s'`, `it's`],
  [`'it\\'s'`, `it's`],
  [`'line\\nbreak'`, 'line\nbreak'],
  [`'back\\\\slash'`, 'back\\slash'],
  [`'\\u00e4'`, 'ä'],
  [`'100\\%'`, '100\\%'],
  [`r'raw\\n'`, 'raw\\n'],
  ['"say ""hi"""', 'say "hi"'],
  ['`back``quoted\\n`', 'back`quoted\\n'],
  [`'open`, 'open'],
])('%s', (literal, text) => {
  expect(sparkString(literal)).toBe(text);
});
