import { PlainError } from '../base/errors';
import type { DatasetNode } from '../explorer/datasetNode';

/** The line of the Datasets view that a menu command is about. */
export function datasetNodeArgument(node: unknown): DatasetNode {
  if (isNode(node)) return node;
  throw new PlainError('This command works on a line of the Datasets view. Use its context menu.');
}

/** Lines come back from VS Code as the objects that the view gave it, so their kind tells enough. */
function isNode(node: unknown): node is DatasetNode {
  return typeof node === 'object' && node !== null && 'dataset' in node && 'kind' in node;
}
