import { parseType } from '../../catalog/typeText';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import { namesOf } from '../names';
import { arrayOf, unknown } from '../types/builtinTypes';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import { expressionsAlike } from './alike';
import type { Scope, Typed } from '../model';

/** `[a, b]`, or `ARRAY<type>[(a, b), ...]` with the type said. */
export function arrayLiteralType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const values = expressionsIn(node).map((each) => ({ node: each, typed: walker.expression(each, scope) }));
  const elements = values.map(({ typed }) => typed.type);
  const typeName = childOf(node, K.TypeName);
  if (!typeName) expressionsAlike(walker, values, 'An array');
  if (!typeName) return { type: arrayOf(widestType(elements) ?? unknown), nullable: false };
  const said = parseType(textOf(walker.statement, typeName));
  return { type: said.kind === 'unknown' ? arrayOf(said) : said, nullable: false };
}

/** `(a, b)`: a struct of the columns' names, or col1, col2, ... */
export function tupleType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const fields = expressionsIn(node).map((element, index) => ({
    name:
      (element.kind === K.Path ? namesOf(walker.statement, element).at(-1) : undefined) ?? `col${index + 1}`,
    type: walker.expression(element, scope).type,
  }));
  return { type: { kind: 'struct', fields }, nullable: false };
}
