import { expect } from 'vitest';
import { descendants } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import { parse } from '../../server/sql/parse';
import { textOf } from '../../server/sql/tree';

/**
 * A text is one statement without a problem, and each node of the kinds named in `nodes` is there, in text order, as
 * `Kind text`: `Path a.b`.
 */
export function checkForm(sql: string, ...nodes: readonly string[]): void {
  const { statements } = parse(sql);
  expect(statements.flatMap(({ statement }) => statement.problems)).toEqual([]);
  expect(statements).toHaveLength(1);
  const kinds = new Set(nodes.map((node) => node.split(' ', 1)[0]));
  const found = statements.flatMap(({ statement }) =>
    [...descendants(statement.root)].flatMap((node) => {
      const kind = NodeKind[node.kind];
      return kinds.has(kind) ? [`${kind} ${textOf(statement, node).replace(/\s+/g, ' ')}`] : [];
    }),
  );
  expect(found).toEqual(nodes);
}
