import { describe, expect, test } from 'vitest';
import { selectionRanges } from '../../server/features/selectionRanges';
import { parse } from '../../server/sql/parse';
import { parseFixture } from '../support/fixture';
import { allSqlFiles } from '../support/sqlCorpus';

/** What a selection takes in, step by step, from `$0` on. */
function grown(marked: string): readonly string[] {
  const { main } = parseFixture(marked);
  const ranges = selectionRanges(parse(main.text), main.cursor as number);
  return ranges.map(({ start, end }) => main.text.slice(start, end));
}

test('a selection grows from the word to the file', () => {
  expect(grown("SELECT sum(a.b$0 + 1) AS n FROM t WHERE c = 'x y';\nSELECT 2;")).toEqual([
    'b',
    'a.b',
    'a.b + 1',
    '(a.b + 1)',
    'sum(a.b + 1)',
    'sum(a.b + 1) AS n',
    'SELECT sum(a.b + 1) AS n',
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y'",
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y';",
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y';\nSELECT 2;",
  ]);
});

test('a selection in a string begins with its content', () => {
  expect(grown("SELECT 'x $0y'").slice(0, 2)).toEqual(['x y', "'x y'"]);
  expect(grown('SELECT "x $0y"').slice(0, 2)).toEqual(['x y', '"x y"']);
});

test('a selection in a block takes in the statement, the branch, the block', () => {
  const steps = grown('$$ BEGIN IF @a THEN SELECT $01; SELECT 2; END IF; END $$;');
  expect(steps).toContain('SELECT 1');
  expect(steps).toContain('IF @a THEN SELECT 1; SELECT 2; END IF');
  expect(steps.at(-1)).toBe('$$ BEGIN IF @a THEN SELECT 1; SELECT 2; END IF; END $$;');
});

test('a selection in unfinished text still grows', () => {
  expect(grown('SELECT a.$0 FROM t')).toContain('SELECT a. FROM t');
});

describe('over all SQL of the project', () => {
  test.each(allSqlFiles)('$name: selections grow at every offset', ({ text }) => {
    const tree = parse(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const ranges = selectionRanges(tree, offset);
      ranges.slice(1).forEach((range, at) => {
        const inner = ranges[at] as typeof range;
        if (range.start > inner.start || range.end < inner.end) expect.fail(`at ${offset}`);
      });
    }
  });
});
