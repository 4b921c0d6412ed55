import { findModelOption, findModelType, isTypeOption, modelTypes } from '../../catalog/builtins/modelTypes';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
import { modelOptionDocument, modelTypeDocument } from '../render/modelDocument';

/** An option of CREATE MODEL on its name, and a type of model on the value of MODEL_TYPE. */
export function optionMarkdown(statement: Statement, node: SyntaxNode): string | undefined {
  const option = node.parent;
  const made = option?.parent?.parent;
  if (!option || (made?.kind !== K.CreateModel && made?.kind !== K.UpdateModel)) return undefined;
  const [name, value] = option.children;
  if (!name) return undefined;
  const text = textOf(statement, name);
  if (isTypeOption(text)) {
    const type = value && findModelType(valueOf(statement, value));
    return type && modelTypeDocument(type);
  }
  if (node !== name) return undefined;
  const type = typeOf(statement, made);
  const found = (type ? [type] : modelTypes)
    .map((each) => findModelOption(each, text))
    .find((each) => each !== undefined);
  return found && modelOptionDocument(found);
}

function typeOf(statement: Statement, made: SyntaxNode): ReturnType<typeof findModelType> {
  const list = childOf(made, K.Options);
  for (const { children } of list ? childrenOf(list, K.Option) : []) {
    const [name, value] = children;
    if (name && value && isTypeOption(textOf(statement, name)))
      return findModelType(valueOf(statement, value));
  }
  return undefined;
}

function valueOf(statement: Statement, value: SyntaxNode): string {
  return textOf(statement, value)
    .trim()
    .replace(/^['"]|['"]$/g, '');
}
