import { SqlError, sqlStates } from '../../session/sqlError';
import type { Tree } from './growTree';

/** Questions and leaves of all trees of a model: it predicts by an expression that has them all. */
const mostNodes = 50_000;

/** The nodes that a model has with one more tree; throws when they are too many. */
export function withNodes(before: number, tree: Tree): number {
  const nodes = before + countNodes(tree);
  if (nodes <= mostNodes) return nodes;
  throw new SqlError(sqlStates.programLimitExceeded, 'Model too large', {
    detail: `its trees have more than ${mostNodes} nodes`,
    hint: 'Take fewer or smaller trees: NUM_TREES, MAX_ITER, MAX_DEPTH, MIN_INSTANCES_PER_NODE.',
  });
}

function countNodes(tree: Tree): number {
  return tree.kind === 'leaf' ? 1 : 1 + countNodes(tree.left) + countNodes(tree.right);
}
