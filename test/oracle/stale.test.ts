import { expect, test } from 'vitest';
import { readRecording } from '../support/recording';
import { corpora, corpusNames, inputsHash } from './corpus/corpora';

test.each(corpusNames)('the recording of %s is as new as the SQL it was recorded from', (name) => {
  const statements = corpora[name].statements();
  const recording = readRecording(name);
  expect(recording.count).toBe(statements.length);
  expect(recording.inputs, `run: npm run oracle ${name}`).toBe(inputsHash(name, statements));
});
