import { childOf } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
import type { Argument } from '../model';

/** The array of vector_assembler(array(a, b)): a list of columns, of which each may have another type. */
export function isFeatureList(statement: Statement, args: readonly Argument[]): boolean {
  const array = args[0]?.node.parent?.parent;
  const outer = array?.parent?.parent;
  const name = outer?.kind === K.FunctionCall ? childOf(outer, K.QualifiedName) : undefined;
  return name !== undefined && /^vector_assembler$/i.test(textOf(statement, name));
}
