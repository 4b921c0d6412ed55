import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { codeActions } from '../../server/features/codeActions';
import { codeLenses } from '../../server/features/codeLenses';
import { completion } from '../../server/features/completion/completion';
import { definition } from '../../server/features/definition';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { defaultOptions } from '../../server/features/diagnostics/options';
import { hover } from '../../server/features/hover';
import { references } from '../../server/features/references';
import { rename } from '../../server/features/rename';
import { signatureHelp } from '../../server/features/signatureHelp';
import { runnableAt } from '../../server/features/statements';
import { parse } from '../../server/sql/parse';
import { shopCatalog } from '../support/shopCatalog';
import { allSqlFiles } from '../support/sqlCorpus';

/** Completion analyses its statement anew, so that it is asked at every third offset only. */
const completionStep = 3;

test.each(allSqlFiles)('every feature answers at every offset of $name', ({ text }) => {
  const file = analyzeFile(parse(text), shopCatalog);
  for (const found of diagnostics(file)) expect(found.range.end).toBeLessThanOrEqual(text.length);
  for (const lens of codeLenses(file.tree)) expect(lens.range.end).toBeLessThanOrEqual(text.length);
  for (let offset = 0; offset <= text.length; offset++) {
    hover(file, offset);
    definition(file, offset);
    references(file, offset);
    rename(file, offset, 'renamed');
    signatureHelp(file, offset);
    runnableAt(file.tree, offset);
    codeActions(file, { start: offset, end: offset }, defaultOptions);
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
