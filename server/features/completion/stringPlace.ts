import type { StatementModel } from '../../analysis/model';
import type { Field } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { fieldOf } from '../names/fieldOf';
import type { CalledWith, Place } from './place';

const comparing: readonly K[] = [
  K.Binary,
  K.In,
  K.Between,
  K.Like,
  K.IsDistinctFrom,
  K.Case,
  K.When,
  K.Paren,
  K.Tuple,
];

/** What the string of a token may say: a value of the field it is compared with, or a function's argument. */
export function stringPlace(model: StatementModel, token: number): Place {
  const literal = nodeOfToken(model.statement.root, token);
  return { kind: 'string', field: comparedField(model, literal), call: callOf(model, literal) };
}

function comparedField(model: StatementModel, literal: SyntaxNode): Field | undefined {
  let from = literal;
  for (let at = literal.parent; at && comparing.includes(at.kind); at = at.parent) {
    for (const child of at.children) {
      const field = child === from ? undefined : fieldOf(model, child);
      if (field) return field;
    }
    from = at;
  }
  return undefined;
}

function callOf(model: StatementModel, literal: SyntaxNode): CalledWith | undefined {
  const call = literal.parent?.parent;
  const use = call && model.calls.get(call);
  const argument = use?.arguments.findIndex((each) => each.node === literal) ?? -1;
  return use && argument >= 0 ? { name: use.name.toLowerCase(), argument } : undefined;
}
