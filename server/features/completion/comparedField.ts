import type { StatementModel } from '../../analysis/model';
import type { Field } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textValue } from '../diagnostics/textValue';
import { fieldOf } from '../names/fieldOf';

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

/** The texts that stand beside a value in the list of IN. */
export function valuesBeside({ statement }: StatementModel, value: SyntaxNode): readonly string[] {
  if (value.parent?.kind !== K.In) return [];
  return value.parent.children.flatMap((child) =>
    child === value ? [] : (textValue(statement, child) ?? []),
  );
}

/** The field that a value is compared with. */
export function comparedField(model: StatementModel, value: SyntaxNode): Field | undefined {
  let from = value;
  for (let at = value.parent; at && comparing.includes(at.kind); at = at.parent) {
    for (const child of at.children) {
      const field = child === from ? undefined : fieldOf(model, child);
      if (field) return field;
    }
    from = at;
  }
  return undefined;
}
