import type { StatementModel } from '../../analysis/model';
import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { comparedField } from './comparedField';
import type { CalledWith, Place } from './place';

/** What the string of a token may say: a value of the field it is compared with, or a function's argument. */
export function stringPlace(model: StatementModel, token: number): Place {
  const literal = nodeOfToken(model.statement.root, token);
  if (literal.parent?.kind === K.Option) return { kind: 'optionValue', option: literal.parent };
  return {
    kind: 'string',
    named: literal.parent?.kind === K.Alter,
    key: keyedType(model, literal),
    field: comparedField(model, literal),
    call: callOf(model, literal),
  };
}

/** The type whose key the string is: `commerce['order']`. */
function keyedType(model: StatementModel, literal: SyntaxNode): DataType | undefined {
  const [base, key] = literal.parent?.kind === K.Index ? literal.parent.children : [];
  return base && key === literal ? model.types.get(base)?.type : undefined;
}

function callOf(model: StatementModel, literal: SyntaxNode): CalledWith | undefined {
  const call = literal.parent?.parent;
  const use = call && model.calls.get(call);
  const argument = use?.arguments.findIndex((each) => each.node === literal) ?? -1;
  return use && argument >= 0 ? { name: use.name.toLowerCase(), argument } : undefined;
}
