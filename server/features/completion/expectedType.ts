import { parameterAt } from '../../catalog/builtins/arity';
import type { StatementModel } from '../../analysis/model';
import * as is from '../../analysis/types/builtinTypes';
import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsIn } from '../../analysis/expressionKinds';
import { insertedType } from './insertedType';

/**
 * The type that fits at an expression: of the other side of a comparison, of the parameter of a call, of the column
 * that it is inserted into.
 */
export function expectedType(model: StatementModel, node: SyntaxNode): DataType | undefined {
  const parent = node.parent;
  switch (parent?.kind) {
    case K.Binary:
    case K.Between:
    case K.In:
    case K.Like: {
      const other = expressionsIn(parent).find((child) => child !== node);
      return other && model.types.get(other)?.type;
    }
    case K.Projection:
      return insertedType(model, parent);
    case K.Arguments: {
      const call = parent.parent && model.calls.get(parent.parent);
      const index = call?.arguments.findIndex((argument) => argument.node === node) ?? -1;
      // While the arguments are typed, they are too few for any signature.
      const signature = call?.signature ?? call?.info?.signatures[0];
      const pattern = signature && index >= 0 ? parameterAt(signature, index)?.type : undefined;
      return pattern?.kind === 'exact' ? pattern.type : undefined;
    }
    default:
      return undefined;
  }
}

/** Columns of a fitting type come before the others. */
export function fitRank(expected: DataType | undefined, type: DataType): number {
  if (!expected || is.isUnknown(expected) || is.isUnknown(type)) return 0;
  return family(expected) === family(type) ? 0 : 3;
}

function family(type: DataType): string {
  if (is.isNumeric(type)) return 'number';
  if (is.isDateOrTime(type)) return 'time';
  return type.kind === 'scalar' ? type.name : type.kind;
}
