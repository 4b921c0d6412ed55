import { NodeKind } from '../../sql/nodeKind';
import type { SyntaxNode } from '../../sql/node';
import type { Fragment } from './fragment';
import { nameOf } from './nodes';
import type { Translation } from './translation';

/** The names of a lambda's parameters; `undefined` for another node. */
export function parametersOf(t: Translation, node: SyntaxNode | undefined): readonly string[] | undefined {
  if (node?.kind !== NodeKind.Lambda) return undefined;
  const body = node.children.at(-1);
  return node.children
    .filter((child) => child.kind === NodeKind.Name && child !== body)
    .map((name) => nameOf(t.statement, name));
}

/** The body of a lambda with values in the place of its parameters; `undefined` where it has more of them than values. */
export function lambdaBody(
  t: Translation,
  node: SyntaxNode | undefined,
  values: readonly Fragment[],
): Fragment | undefined {
  const names = parametersOf(t, node);
  const body = node?.children.at(-1);
  if (!names || !body || names.length > values.length) return undefined;
  const bound = new Map(names.map((name, index) => [name.toLowerCase(), values[index]]));
  return t.lambdaParameters.within(bound, () => t.emit(body));
}
