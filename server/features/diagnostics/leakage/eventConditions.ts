import { operatorOf } from '../../../analysis/expression/operator';
import { expressionsIn } from '../../../analysis/expressionKinds';
import { namesOf } from '../../../analysis/names';
import { descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, type Statement } from '../../../sql/tree';
import { textValue } from '../textValue';

/** A text that a column is asked to be equal to, as in `eventType = 'web.formFilledOut'`. */
export interface EventCondition {
  /** The literal. */
  readonly node: SyntaxNode;
  /** The same for the same column and text. */
  readonly key: string;
  readonly text: string;
}

/** The equalities and IN lists of an expression, those that are denied left out. */
export function eventConditions(statement: Statement, expression: SyntaxNode): readonly EventCondition[] {
  return [...descendants(expression)].flatMap((node) => {
    const operands = expressionsIn(node);
    const column = operands.find((each) => each.kind === K.Path);
    if (!column || !isEquality(statement, node)) return [];
    const name = namesOf(statement, column).at(-1)?.toLowerCase() ?? '';
    return operands.flatMap((each): readonly EventCondition[] => {
      const text = textValue(statement, each);
      return text === undefined ? [] : [{ node: each, key: `${name} ${text}`, text }];
    });
  });
}

function isEquality(statement: Statement, node: SyntaxNode): boolean {
  if (node.kind === K.In) return ownToken(statement, node, T.NOT) < 0;
  if (node.kind !== K.Binary) return false;
  const operator = operatorOf(statement, node);
  return operator === T.Equal || operator === T.EqualEqual || operator === T.NullSafeEqual;
}
