import type { SyntaxNode } from '../../sql/node';
import { textOf, type Statement } from '../../sql/tree';
import { nameOf } from '../translate/nodes';

/** An option of a statement: `label = 'PROFILE'`. */
export interface StatementOption {
  readonly node: SyntaxNode;
  /** Without quotes. */
  readonly value: string;
}

/** The options of a statement by their names in lower case. */
export function readOptions(
  statement: Statement,
  options: SyntaxNode | undefined,
): ReadonlyMap<string, StatementOption> {
  const entries = (options?.children ?? []).map((option) => {
    const [key, value] = option.children;
    const text = value ? textOf(statement, value) : '';
    const name = key ? nameOf(statement, key).toLowerCase() : '';
    return [name, { node: option, value: text.replace(/^['"]|['"]$/g, '') }] as const;
  });
  return new Map(entries);
}
