import { textOf, type Statement } from '../../sql/tree';
import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/** The options that a statement gives, by their upper-cased names, with their values as they are written. */
export function optionsOf(statement: Statement, owner: SyntaxNode): ReadonlyMap<string, string> {
  const given = childrenOf(owner, K.Options).flatMap((list) => childrenOf(list, K.Option));
  return new Map(given.map((option) => [nameOfOption(statement, option), valueOf(statement, option)]));
}

export function nameOfOption(statement: Statement, option: SyntaxNode): string {
  const [name] = option.children;
  return name ? textOf(statement, name).toUpperCase() : '';
}

function valueOf(statement: Statement, option: SyntaxNode): string {
  const value = option.children[1];
  return value ? textOf(statement, value).trim().replace(/^'|'$/g, '') : '';
}
