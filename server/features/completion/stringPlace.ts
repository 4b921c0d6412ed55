import type { StatementModel } from '../../analysis/model';
import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { comparedField, valuesBeside } from './comparedField';
import { parentCall } from './parentCall';
import type { Place } from './place';

/** What the string of a token may say: a value of the field it is compared with, or a function's argument. */
export function stringPlace(model: StatementModel, token: number): Place {
  const literal = nodeOfToken(model.statement.root, token);
  if (literal.parent?.kind === K.Option) return { kind: 'optionValue', option: literal.parent };
  return {
    kind: 'string',
    named: literal.parent?.kind === K.Alter,
    key: keyedType(model, literal),
    field: comparedField(model, literal),
    call: parentCall(model, literal),
    snapshot: literal.parent?.kind === K.SnapshotClause,
    taken: valuesBeside(model, literal),
  };
}

/** The type whose key the string is: `commerce['order']`. */
function keyedType(model: StatementModel, literal: SyntaxNode): DataType | undefined {
  const [base, key] = literal.parent?.kind === K.Index ? literal.parent.children : [];
  return base && key === literal ? model.types.get(base)?.type : undefined;
}
