import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { dropped, Environment } from '../../server/analysis/definitions';
import type { Definition } from '../../server/analysis/model';
import { emptyCatalog } from '../../server/catalog/catalog';
import { parse } from '../../server/sql/parse';

/** One definition of a table for each of the names. */
function definitionsOf(names: readonly string[]): readonly Definition[] {
  const text = names.map((name) => `CREATE TABLE ${name} AS SELECT 1 AS a;`).join('\n');
  const { statements } = analyzeFile(parse(text), emptyCatalog);
  return statements.flatMap(({ model }) => model.definitions);
}

const names = Array.from({ length: 300 }, (_, index) => `t${(index * 7) % 100}`);

describe('what the statements so far define', () => {
  test('is the newest of each name, in the order in which the names came first', () => {
    const known = new Map<string, Definition>();
    let environment = Environment.empty;
    for (const definition of definitionsOf(names)) {
      known.set(definition.name, definition);
      environment = environment.define(definition);
      expect(environment.find('table', definition.name.toUpperCase())).toBe(definition);
    }
    expect([...environment.definitions()]).toEqual([...known.values()]);
  });

  test('what is extended stays as it was', () => {
    const [first, second] = definitionsOf(['a', 'a']) as [Definition, Definition];
    const one = Environment.empty.define(first);
    const two = one.define(second);
    const none = two.drop('table', 'A');
    expect([one, two, none].map((each) => each.find('table', 'a'))).toEqual([first, second, dropped]);
    expect([...none.definitions()]).toEqual([]);
    expect(Environment.empty.find('table', 'a')).toBeUndefined();
  });
});
