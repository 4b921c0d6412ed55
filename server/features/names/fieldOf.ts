import type { Column, Meanings } from '../../analysis/model';
import { nameOf } from '../../analysis/names';
import { stepInto } from '../../analysis/resolvePath';
import type { Field } from '../../catalog/types';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/** The field that a path or field access leads to, also through columns of subqueries that pass it on. */
export function fieldOf(model: Meanings, node: SyntaxNode): Field | undefined {
  if (node.kind === K.Path) {
    const resolution = model.paths.get(node)?.resolution;
    if (resolution?.status !== 'found') return undefined;
    return resolution.fields.length > 0 ? resolution.fields.at(-1) : fieldOfColumn(resolution.column);
  }
  const name = node.kind === K.FieldAccess ? childOf(node, K.Name) : undefined;
  const [base] = node.children;
  const type = name && base && model.types.get(base)?.type;
  return type && stepInto(type, nameOf(model.statement, name))?.field;
}

/** The field of a data set that a column passes on. */
export function fieldOfColumn(column: Column): Field | undefined {
  const { origin } = column;
  switch (origin.kind) {
    case 'field':
      return origin.field;
    case 'columns':
      return origin.columns[0] && fieldOfColumn(origin.columns[0]);
    case 'expression': {
      const [expression] = origin.node.children;
      return origin.node.kind === K.Projection && expression
        ? fieldOf(origin.meanings, expression)
        : undefined;
    }
    case 'definition':
    case 'builtin':
      return undefined;
  }
}
