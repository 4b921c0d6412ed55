import type { SyntaxNode } from '../../sql/node';
import { fileNamed, type PlacedFile } from './placedFile';

/** The file in which a node stands: the one asked about, or one of those that it needs. */
export function ownerOf(at: PlacedFile, node: SyntaxNode): string | undefined {
  let root = node;
  while (root.parent) root = root.parent;
  const candidates = [at.uri, ...at.workspace.index.filesNeededBy(at.uri)];
  return candidates.find((uri) =>
    fileNamed(at, uri)?.tree.statements.some(({ statement }) => statement.root === root),
  );
}
