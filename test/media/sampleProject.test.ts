import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { statements } from '../../server/features/statements';
import { parse } from '../../server/sql/parse';
import { formatted } from '../support/checkFormat';

const project = 'media/templates/sample-project';
const features = join(project, 'features');
const reading = readSnapshot(readFileSync(join(project, '.feature-sql/catalog.json'), 'utf8'));

test.each(readdirSync(features))('%s of the sample project has no problem', (name) => {
  if (reading.status !== 'read') throw new Error(reading.message);
  const file = analyzeFile(parse(readFileSync(join(features, name), 'utf8')), reading.catalog);
  expect(diagnostics(file)).toEqual([]);
});

test('the training set is one statement that gives rows', () => {
  const tree = parse(readFileSync(join(features, 'training_set.fsql'), 'utf8'));
  expect(statements(tree).map((each) => each.returnsRows)).toEqual([true]);
});

test.each(readdirSync(features))(
  '%s of the sample project is laid out as Format Document does it',
  (name) => {
    const text = readFileSync(join(features, name), 'utf8');
    expect(formatted(text)).toBe(text);
  },
);
