import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseStatement, reparse } from '../../server/sql/parse';
import type { SyntaxTree } from '../../server/sql/tree';
import { checkStatement, checkTree } from '../support/checkTree';
import { allSqlFiles, allSqlStatements, sqlFiles } from '../support/sqlCorpus';

test.each(allSqlFiles)('$name: the tokens joined are the text', ({ text }) => {
  checkTree(parse(text), text);
});

test.each(sqlFiles('valid'))('$name has no mistake', ({ text }) => {
  const found = parse(text).statements.flatMap(({ statement }) =>
    statement.problems.map(({ message }) => `${message} in ${statement.text.trim()}`),
  );
  expect(found).toEqual([]);
});

test('a statement is a value of its text alone', () => {
  for (const { text } of allSqlFiles) {
    for (const { statement } of parse(text).statements) {
      const alone = parseStatement(statement.text);
      expect(alone.tokens).toEqual(statement.tokens);
      expect(alone.problems).toEqual(statement.problems);
    }
  }
});

describe('half-typed text', () => {
  test('every beginning of every statement parses', () => {
    for (const text of allSqlStatements) {
      for (let end = 0; end <= text.length; end++) checkStatement(parseStatement(text.slice(0, end)));
    }
  });

  test('every statement parses without any one of its tokens', () => {
    for (const text of allSqlStatements) {
      const { starts, count } = parseStatement(text).tokens;
      for (let at = 0; at < count; at++) {
        checkStatement(parseStatement(text.slice(0, starts[at]) + text.slice(starts[at + 1])));
      }
    }
  });

  test('every beginning of every file parses', () => {
    for (const { text } of allSqlFiles) {
      for (let end = 0; end <= text.length; end += 7)
        checkTree(parse(text.slice(0, end)), text.slice(0, end));
    }
  });
});

describe('a parse after a change equals a fresh one', () => {
  const pieces = [
    ';',
    "'",
    '"',
    '`',
    '(',
    ')',
    '$$',
    '$$ BEGIN',
    'END $$;',
    '\n',
    '\n\n',
    ' ',
    '--',
    '/*',
    '*/',
    'SELECT',
    '#x',
    '\nSELECT 1',
    '\nCREATE TABLE t AS ',
    '\n  SET @a = 1;',
    'FROM t',
    ',',
    '.',
    'a',
    '1',
    '\\',
    'WITH x',
  ];
  const file = fc.constantFrom(...allSqlFiles.map(({ text }) => text));
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 1, 2, 5, 30, 300),
    insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join('')),
  });

  test('for any changes one after the other', () => {
    fc.assert(
      fc.property(file, fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
        let tree = parse(start);
        for (const { at, remove, insert } of changes) {
          const from = Math.floor(at * tree.text.length);
          const text = tree.text.slice(0, from) + insert + tree.text.slice(from + remove);
          tree = reparse(tree, text);
          expect(outline(tree)).toEqual(outline(parse(text)));
        }
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });

  test('and keeps the statements that the change does not touch', () => {
    const text = 'SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\n';
    const before = parse(text);
    const after = reparse(before, text.replace('2', '22'));
    const same = after.statements.map(({ statement }, at) => statement === before.statements[at]?.statement);
    expect(same).toEqual([true, false, true, true, true]);
  });

  test('and those between changes in several places', () => {
    const text = 'SELECT 1;\nSELECT 2;\nSELECT 3;\nSELECT 4;\nSELECT 5;\n';
    const before = parse(text);
    for (const edited of [
      text.replace('2', '22').replace('4', '4 + 1'),
      text.replace('2', '').replace('4', '44'),
    ]) {
      const after = reparse(before, edited);
      expect(outline(after)).toEqual(outline(parse(edited)));
      const same = after.statements.map(
        ({ statement }, at) => statement === before.statements[at]?.statement,
      );
      expect(same).toEqual([true, false, true, false, true, true]);
    }
  });

  function outline(tree: SyntaxTree): unknown {
    return tree.statements.map(({ offset, statement }) => ({
      offset,
      text: statement.text,
      kinds: statement.tokens.kinds,
      problems: statement.problems,
    }));
  }
});
