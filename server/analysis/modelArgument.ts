import { childOf, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { textOf, type Statement } from '../sql/tree';

/** The Path that names the model which `model_predict(model, version, query)` and its like are about. */
export function modelArgument(statement: Statement, call: SyntaxNode): SyntaxNode | undefined {
  const name = childOf(call, K.QualifiedName);
  const list = childOf(call, K.Arguments);
  const isOfModel = name && /^model_(predict|evaluate)$/i.test(textOf(statement, name));
  const [first] = isOfModel && list ? list.children : [];
  return first?.kind === K.Path ? first : undefined;
}
