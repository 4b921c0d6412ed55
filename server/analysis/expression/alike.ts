import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import * as is from '../types/builtinTypes';
import { widerType } from '../types/widerType';
import type { Walker } from '../walker';
import type { Typed } from '../model';

type Wider = (a: DataType, b: DataType) => DataType | undefined;

/**
 * Values that become one column, list or result: notes the first that has no type in common with those before it.
 * Unless `wider` is another than usual, a text widens the others, wherever it stands.
 */
export function expressionsAlike(
  walker: Walker,
  values: readonly { readonly node: SyntaxNode; readonly typed: Typed }[],
  what: string,
  wider: Wider = widerType,
): void {
  const widens = wider === widerType && values.some(({ typed }) => is.isString(typed.type));
  let common: DataType = widens ? is.string : is.nothing;
  for (const { node, typed } of values) {
    const next = wider(common, typed.type);
    if (!next) {
      walker.model.refuse(node, { kind: 'alike', what, one: common, other: typed.type });
      return;
    }
    if (is.isUnknown(next)) return;
    common = next;
  }
}
