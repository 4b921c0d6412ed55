import { expect, test } from 'vitest';
import { labelsQuestion, labelsRefusal } from '../../../client/export/labelTexts';

const found = [
  { label: 'C9', meaning: 'not for data science', columns: ['born'] },
  { label: 'OWN', meaning: null, columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
];

test('the question names each label with its columns', () => {
  expect(labelsQuestion(found)).toEqual({
    message: 'These rows carry usage labels that the policy forbids. Export them all the same?',
    detail:
      'C9 (not for data science): born\nOWN: a, b, c, d, e and 2 more\n\n' +
      'Leave the columns out, or declassify them with a comment that says why.',
  });
});

test('labels that are not known are told as such', () => {
  expect(labelsQuestion(undefined).message).toBe(
    'Which usage labels the rows carry is not known. Export them all the same?',
  );
  expect(labelsRefusal(undefined)).toBe(
    'Which usage labels the rows carry is not known. The setting featureSql.policy.onRestrictedExport refuses such exports.',
  );
});

test('a refusal says what to do', () => {
  expect(labelsRefusal(found.slice(0, 1))).toBe(
    'These rows carry usage labels that the policy forbids. C9 (not for data science): born. ' +
      'Leave the columns out, or declassify them with a comment that says why. ' +
      'The setting featureSql.policy.onRestrictedExport refuses such exports.',
  );
});
