import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCatalog, shopCatalog } from '../support/shopCatalog';
import { readCorpus } from './corpus';
import { everyOffset } from './everyOffset';
import { fuzzEdits } from './fuzzEdits';
import { fuzzInputs } from './fuzzInputs';

const parts = ['edits', 'inputs', 'offsets'];

const usage = `npm run fuzz -- [PART...] [--edits N] [--seed S] [--catalog FILE] [--files PATH]...
  edits    N random edits (1,000,000) of the SQL, each parsed and checked
  inputs   pathological input: deep, long and odd
  offsets  every feature at every offset of the SQL
PATH is a folder, a .jsonl file of {name, sql}, or a file of SQL; without any it is the tests' own SQL.`;

/** Runs the chosen parts, or all; gives the exit code. */
export function main(args: readonly string[], print: (line: string) => void): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      edits: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      files: { type: 'string', multiple: true, default: ['test/data/sql', 'test/data/oracle/sql'] },
      catalog: { type: 'string' },
    },
  });
  const [edits, seed] = [Number(values.edits), Number(values.seed)];
  if (
    positionals.some((part) => !parts.includes(part)) ||
    !Number.isInteger(edits) ||
    !Number.isInteger(seed)
  ) {
    print(usage);
    return 2;
  }
  const runs = (part: string): boolean => positionals.length === 0 || positionals.includes(part);
  const corpus = readCorpus(values.files);
  let failures = 0;
  if (runs('inputs')) failures += fuzzInputs(print);
  if (runs('offsets')) {
    const catalog =
      values.catalog === undefined ? shopCatalog : readCatalog(readFileSync(values.catalog, 'utf8'));
    failures += everyOffset(corpus.entries, catalog, print);
  }
  if (runs('edits')) failures += fuzzEdits(corpus, { edits, seed, print });
  return failures > 0 ? 1 : 0;
}
