import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Walker } from '../walker';

const neverConstant: readonly string[] = [
  'rand',
  'randn',
  'random',
  'uuid',
  'shuffle',
  'monotonically_increasing_id',
  'spark_partition_id',
  'input_file_name',
  'input_file_block_start',
  'input_file_block_length',
  'raise_error',
  'java_method',
  'reflect',
];

/** False when an analysed expression certainly depends on rows, so that its value is not known before they are read. */
export function mayBeConstant(walker: Walker, node: SyntaxNode): boolean {
  if (node.kind === K.Subquery || node.kind === K.Exists) return false;
  if (node.kind === K.Path) return !isColumn(walker, node);
  if (node.kind === K.FunctionCall) {
    const call = walker.model.calls.get(node);
    if (call?.info?.kind === 'aggregate' || neverConstant.includes(call?.name.toLowerCase() ?? ''))
      return false;
  }
  return node.children.every((child) => mayBeConstant(walker, child));
}

/** The parameter of a lambda may stand for a constant. */
function isColumn(walker: Walker, node: SyntaxNode): boolean {
  const resolution = walker.model.paths.get(node)?.resolution;
  return resolution?.status === 'found' && resolution.from !== 'lambda';
}
