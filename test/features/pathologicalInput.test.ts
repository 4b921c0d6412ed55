import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { parse } from '../../server/sql/parse';
import { fileFeatures, offsetFeatures } from '../support/everyFeature';
import { pathologicalInputs } from '../support/pathologicalInput';
import { shopCatalog } from '../support/shopCatalog';

const sizes = { nested: 10_000, long: 200 };

test.each(pathologicalInputs)('$name, $kind: every feature answers', ({ kind, make }) => {
  const text = make(sizes[kind]);
  const file = analyzeFile(parse(text), shopCatalog);
  for (const answer of Object.values(fileFeatures)) answer(file);
  for (const offset of [0, text.length >> 1, text.length]) {
    for (const answer of Object.values(offsetFeatures)) answer(file, offset);
  }
  expect(file.statements.length).toBeGreaterThan(0);
});
