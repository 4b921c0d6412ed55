import type { SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { structOf } from '../functions/structFunctions';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';

/** `(a, b)` as a value is a struct with the names of the columns; DuckDB's has no names. A row and a list stay. */
export function tuple(t: Translation, node: SyntaxNode): Fragment {
  return isValue(node) ? structOf(t, node, node.children) : t.copy(node);
}

function isValue({ parent }: SyntaxNode): boolean {
  switch (parent?.kind) {
    case NodeKind.Arguments:
    case NodeKind.Projection:
    case NodeKind.ArrayLiteral:
    case NodeKind.Lambda:
    case NodeKind.When:
    case NodeKind.Else:
      return true;
    case NodeKind.Tuple:
      return isRow(parent) || isValue(parent);
    default:
      return false;
  }
}

function isRow({ parent }: SyntaxNode): boolean {
  return parent?.kind === NodeKind.InlineTable || parent?.kind === NodeKind.Values;
}
