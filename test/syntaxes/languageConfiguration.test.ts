import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

const configuration = JSON.parse(readFileSync('syntaxes/languageConfiguration.json', 'utf8')) as {
  readonly wordPattern: Pattern;
  readonly indentationRules: Readonly<Record<'increaseIndentPattern' | 'decreaseIndentPattern', Pattern>>;
  readonly onEnterRules: readonly { readonly beforeText: string | Pattern }[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
};

function matches({ pattern, flags }: Pattern, text: string): boolean {
  return new RegExp(pattern, flags).test(text);
}

test('a word is a name with the sign before it', () => {
  const { pattern, flags } = configuration.wordPattern;
  const text = 'SELECT @from_snapshot, $day, $1, #TEMPLATE, t._acme.größe, 30_day_value, 1.5 FROM x$';
  expect(text.match(new RegExp(pattern, `${flags}g`))).toEqual([
    'SELECT',
    '@from_snapshot',
    '$day',
    '$1',
    '#TEMPLATE',
    't',
    '_acme',
    'größe',
    '30_day_value',
    '1.5',
    'FROM',
    'x',
  ]);
});

test.each(['$$ begin', '  IF @a THEN', 'ELSE', 'EXCEPTION', 'FROM (', 'array[', '  case', 'BEGIN -- why'])(
  'the next line is deeper after %j',
  (line) => expect(matches(configuration.indentationRules.increaseIndentPattern, line)).toBe(true),
);

test.each(['SELECT a', '-- if this then', 'WHEN a THEN 1', 'f(a)', 'FROM t', 'beginning'])(
  'the next line is as deep after %j',
  (line) => expect(matches(configuration.indentationRules.increaseIndentPattern, line)).toBe(false),
);

test.each(['END $$;', '  end if;', 'ELSEIF @b THEN', 'Exception', ') AS a', '  ]'])(
  'a line is less deep when it is %j',
  (line) => expect(matches(configuration.indentationRules.decreaseIndentPattern, line)).toBe(true),
);

test.each(['ending', 'ELSE 1', 'a)', 'WHEN b'])('a line stays where it is when it is %j', (line) =>
  expect(matches(configuration.indentationRules.decreaseIndentPattern, line)).toBe(false),
);

test('Enter goes deeper behind a clause that stands alone', () => {
  const rules = configuration.onEnterRules.flatMap(({ beforeText }) =>
    typeof beforeText === 'string' ? [] : [beforeText],
  );
  const goesDeeper = (line: string): boolean => rules.some((rule) => matches(rule, line));
  expect(['SELECT', '  select distinct', 'GROUP BY'].map(goesDeeper)).toEqual([true, true, true]);
  expect(['SELECT a', '-- SELECT', 'WHERE'].map(goesDeeper)).toEqual([false, false, false]);
});

test('regions fold from their markers', () => {
  const { start, end } = configuration.folding.markers;
  expect('-- region Features').toMatch(new RegExp(start));
  expect('  --#region').toMatch(new RegExp(start));
  expect('-- regional sales').not.toMatch(new RegExp(start));
  expect('-- endregion').toMatch(new RegExp(end));
});
