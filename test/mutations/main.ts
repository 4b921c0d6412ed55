import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from '../../server/sql/parse';
import { readEntries } from '../fuzz/corpus';
import { readCatalog, shopCatalog } from '../support/shopCatalog';
import { measure, type Entry, type Measured, type Outcome } from './measure';

const usage = `npm run mutations -- [--seed S] [--per-kind N] [--show N] [--catalog FILE --files PATH...]
Breaks one name, type or clause at a time and prints how many mistakes are told at their place.
PATH is a folder, a .jsonl file of {name, sql}, or a file of SQL; without any it is the tests' own SQL.`;

/** Gives the exit code. */
export function main(args: readonly string[], print: (line: string) => void): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      'per-kind': { type: 'string', default: '4' },
      show: { type: 'string', default: '0' },
      files: { type: 'string', multiple: true, default: ['test/mutations/shop.fsql'] },
      catalog: { type: 'string' },
    },
  });
  const [seed, perKind, show] = [values.seed, values['per-kind'], values.show].map(Number);
  if (![seed, perKind, show].every(Number.isInteger)) {
    print(usage);
    return 2;
  }
  const catalog =
    values.catalog === undefined ? shopCatalog : readCatalog(readFileSync(values.catalog, 'utf8'));
  const entries = values.files.flatMap(readEntries).flatMap(statementsOf);
  const measured = measure(entries, catalog, { seed: seed ?? 1, perKind: perKind ?? 4 });
  printMeasured(measured, entries.length, print);
  printMissed(measured.outcomes, show ?? 0, print);
  return 0;
}

/** A file of statements is taken one by one; an entry of a corpus is a whole. */
export function statementsOf(entry: Entry): readonly Entry[] {
  if (!entry.name.endsWith('.fsql')) return [entry];
  return parse(entry.sql).statements.flatMap(({ statement }, index) =>
    statement.text.trim() === '' ? [] : [{ name: `${entry.name} ${index + 1}`, sql: statement.text }],
  );
}

function printMeasured(measured: Measured, entries: number, print: (line: string) => void): void {
  const { outcomes, unclean, leftOut } = measured;
  print(`${entries - unclean.length} of ${entries} texts had no finding before`);
  if (unclean.length > 0) print(`not used: ${unclean.join(', ')}`);
  for (const group of ['names', 'types', 'clauses'] as const) {
    const own = outcomes.filter((each) => each.group === group);
    print('');
    print(row(group, own));
    const kinds = [...new Set(own.map(({ kind }) => kind))];
    for (const kind of kinds)
      print(
        row(
          `  ${kind}`,
          own.filter((each) => each.kind === kind),
        ),
      );
  }
  print('\nleft out, since another text there may be right as well:');
  for (const [reason, count] of leftOut) print(`${String(count).padStart(6)}  ${reason}`);
}

function row(title: string, outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']) => outcomes.filter((each) => each.result === result).length;
  const found = count('found');
  const once = outcomes.filter((each) => each.result === 'found' && each.codes.length === 1).length;
  const share = outcomes.length === 0 ? '' : `${((100 * found) / outcomes.length).toFixed(1)} %`;
  return (
    `${title.padEnd(28)} ${String(outcomes.length).padStart(5)} broken ${String(found).padStart(5)} found ${share.padStart(7)}` +
    `${String(once).padStart(6)} by one report ${String(count('elsewhere')).padStart(4)} elsewhere ${String(count('silent')).padStart(4)} silent`
  );
}

/** What was not told at its place, then what was told more than once. */
function printMissed(outcomes: readonly Outcome[], show: number, print: (line: string) => void): void {
  const missed = outcomes.filter(({ result }) => result !== 'found');
  const repeated = outcomes.filter(({ result, codes }) => result === 'found' && codes.length > 1);
  for (const { entry, kind, result, shown, codes } of [...missed, ...repeated].slice(0, show)) {
    print(`${entry} ${kind}, ${result} ${codes.join(', ')}: ${shown}`);
  }
}
