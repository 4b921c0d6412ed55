import { analyzeFile } from '../../server/analysis/analyzeFile';
import type { Catalog } from '../../server/catalog/catalog';
import { parse } from '../../server/sql/parse';
import { fileFeatures, offsetFeatures } from '../support/everyFeature';
import type { CorpusEntry } from './corpus';
import { figuresOf, table } from './figures';

/** An answer in an editor should not take longer, in milliseconds. */
const patience = 50;

interface Slowest {
  readonly time: number;
  readonly name: string;
  readonly offset: number;
}

/**
 * Asks every feature about every entry, and at every offset of it. Gives the number of throws and of answers that
 * took too long also when asked again.
 */
export function everyOffset(
  entries: readonly CorpusEntry[],
  catalog: Catalog,
  print: (line: string) => void,
): number {
  const times = new Map<string, number[]>();
  const slowest = new Map<string, Slowest>();
  const failures: string[] = [];
  const ask = (feature: string, name: string, offset: number, answer: () => unknown): void => {
    try {
      let time = timed(answer);
      // A collection of garbage or another program may have been at work.
      if (time > patience) time = Math.min(timed(answer), timed(answer));
      if (time > patience) failures.push(`${feature} took ${time.toFixed(0)} ms at ${offset} of ${name}`);
      if (time > (slowest.get(feature)?.time ?? -1)) slowest.set(feature, { time, name, offset });
      const known = times.get(feature);
      if (known) known.push(time);
      else times.set(feature, [time]);
    } catch (error) {
      failures.push(`${feature} threw at ${offset} of ${name}: ${String(error)}`);
    }
  };
  let offsets = 0;
  for (const { name, sql } of entries) {
    ask('analyzeFile', name, 0, () => analyzeFile(parse(sql), { ...catalog }));
    const file = analyzeFile(parse(sql), catalog);
    for (const [feature, answer] of Object.entries(fileFeatures)) ask(feature, name, 0, () => answer(file));
    for (let offset = 0; offset <= sql.length; offset++) {
      for (const [feature, answer] of Object.entries(offsetFeatures)) {
        ask(feature, name, offset, () => answer(file, offset));
      }
    }
    offsets += sql.length + 1;
  }
  const rows = [...times].map(([feature, taken]) => {
    const { count, median, p99, max } = figuresOf(taken);
    const { name = '', offset = 0 } = slowest.get(feature) ?? {};
    return [
      feature,
      String(count),
      median.toFixed(3),
      p99.toFixed(2),
      max.toFixed(1),
      `${name} at ${offset}`,
    ];
  });
  for (const line of table(['feature', 'answers', 'median ms', 'p99 ms', 'max ms', 'slowest'], rows))
    print(`  ${line}`);
  for (const failure of failures.slice(0, 20)) print(`Failed: ${failure}`);
  print(`every feature at ${offsets} offsets of ${entries.length} texts: ${failures.length} failures`);
  return failures.length;
}

function timed(answer: () => unknown): number {
  const start = performance.now();
  answer();
  return performance.now() - start;
}
