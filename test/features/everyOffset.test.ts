import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { completion } from '../../server/features/completion/completion';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { parse } from '../../server/sql/parse';
import { fileFeatures, offsetFeatures } from '../support/everyFeature';
import { shopCatalog } from '../support/shopCatalog';
import { allSqlFiles } from '../support/sqlCorpus';

/** Completion analyses its statement anew, so that it is asked at every third offset only. */
const completionStep = 3;
const others = Object.entries(offsetFeatures).filter(([name]) => name !== 'completion');

test.each(allSqlFiles)('every feature answers at every offset of $name', ({ text }) => {
  const file = analyzeFile(parse(text), shopCatalog);
  for (const answer of Object.values(fileFeatures)) answer(file);
  for (const found of diagnostics(file)) expect(found.range.end).toBeLessThanOrEqual(text.length);
  for (let offset = 0; offset <= text.length; offset++) {
    for (const [, answer] of others) answer(file, offset);
    if (offset % completionStep !== 0) continue;
    const { range } = completion(file, offset);
    expect(range.start <= offset && offset <= Math.max(range.end, offset)).toBe(true);
  }
});

test('the models of an edited file equal those of the same text read afresh', () => {
  for (const { text } of allSqlFiles) {
    const edited = `${text.slice(0, text.length >> 1)} x ${text.slice(text.length >> 1)}`;
    analyzeFile(parse(text), shopCatalog);
    const messages = diagnostics(analyzeFile(parse(edited), shopCatalog)).map((each) => each.message);
    const afresh = diagnostics(analyzeFile(parse(edited), { ...shopCatalog })).map((each) => each.message);
    expect(messages).toEqual(afresh);
  }
});
