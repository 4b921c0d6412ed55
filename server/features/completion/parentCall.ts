import type { StatementModel } from '../../analysis/model';
import type { SyntaxNode } from '../../sql/node';
import type { CalledWith } from './place';

/** The call that a node is an argument of. */
export function parentCall(model: StatementModel, node: SyntaxNode): CalledWith | undefined {
  const call = node.parent?.parent;
  const use = call && model.calls.get(call);
  const argument = use?.arguments.findIndex((each) => each.node === node) ?? -1;
  return use && argument >= 0 ? { name: use.name.toLowerCase(), argument } : undefined;
}
