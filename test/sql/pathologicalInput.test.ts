import { expect, test } from 'vitest';
import { parse, reparse } from '../../server/sql/parse';
import { pathologicalInputs } from '../support/pathologicalInput';
import { treeDifference } from '../support/treeDifference';
import { treeFault } from '../support/treeFault';

const sizes = { nested: 10_000, long: 5_000 };

test.each(pathologicalInputs)(
  '$name, $kind: the tree holds together, and an edit in the middle',
  ({ kind, make }) => {
    const text = make(sizes[kind]);
    const tree = parse(text);
    expect(treeFault(tree, text)).toBeUndefined();
    const middle = text.length >> 1;
    const edited = `${text.slice(0, middle)}x${text.slice(middle)}`;
    expect(treeDifference(reparse(tree, edited), parse(edited))).toBeUndefined();
  },
);

test('what is nested too deeply is told once', () => {
  const size = sizes.nested;
  const text = `SELECT ${'('.repeat(size)}1${')'.repeat(size)};`;
  const messages = parse(text).statements.flatMap(({ statement }) =>
    statement.problems.map(({ message }) => message),
  );
  expect(messages).toEqual(['This is nested too deeply to be checked']);
});
