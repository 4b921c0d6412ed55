import { parameterAt } from '../../catalog/builtins/arity';
import type { TypeClass, TypePattern } from '../../catalog/builtins/functionInfo';
import type { StatementModel } from '../../analysis/model';
import * as is from '../../analysis/types/builtinTypes';
import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsIn } from '../../analysis/expressionKinds';
import { insertedColumn } from './insertedColumn';

/**
 * The type that fits at an expression: of the other side of a comparison, of the parameter of a call, of the column
 * that it is inserted into.
 */
export function expectedType(model: StatementModel, node: SyntaxNode): DataType | Family | undefined {
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
      return insertedColumn(model, parent)?.type;
    case K.Arguments: {
      const call = parent.parent && model.calls.get(parent.parent);
      const index = call?.arguments.findIndex((argument) => argument.node === node) ?? -1;
      // While the arguments are typed, they are too few for any signature.
      const signature = call?.signature ?? call?.info?.signatures[0];
      const pattern = signature && index >= 0 ? parameterAt(signature, index)?.type : undefined;
      return pattern && expectedOf(pattern);
    }
    default:
      return undefined;
  }
}

/** Types that are alike enough to be wanted in place of each other. */
export type Family = string;

/** Columns of a fitting type come before the others. */
export function fitRank(expected: DataType | Family | undefined, type: DataType): number {
  if (expected === undefined || is.isUnknown(type)) return 0;
  if (typeof expected === 'string') return expected === familyOf(type) ? 0 : 3;
  return is.isUnknown(expected) || familyOf(expected) === familyOf(type) ? 0 : 3;
}

function familyOf(type: DataType): Family {
  if (is.isNumeric(type)) return 'number';
  if (is.isDateOrTime(type)) return 'time';
  return type.kind === 'scalar' ? type.name : type.kind;
}

const families: Partial<Record<TypeClass, Family>> = {
  numeric: 'number',
  number: 'number',
  exact: 'number',
  integral: 'number',
  upToInt: 'number',
  quantity: 'number',
  summable: 'number',
  time: 'time',
  struct: 'struct',
};

/** Of a parameter that takes more than one type. */
function expectedOf(pattern: TypePattern): DataType | Family | undefined {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type;
    case 'array':
    case 'map':
    case 'struct':
      return pattern.kind;
    case 'class':
      return families[pattern.name];
    case 'variable':
      return families[pattern.bound];
    default:
      return undefined;
  }
}
