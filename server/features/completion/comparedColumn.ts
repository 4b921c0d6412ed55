import type { Source, StatementModel } from '../../analysis/model';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

export interface ComparedColumn {
  /** In lower case. */
  readonly name: string;
  readonly source: Source | undefined;
}

/** The column on the other side of a comparison: most often the one of its name in another table is wanted. */
export function comparedColumn(model: StatementModel, node: SyntaxNode): ComparedColumn | undefined {
  const { parent } = node;
  const other = parent?.kind === K.Binary ? parent.children.find((child) => child !== node) : undefined;
  const resolution = other && model.paths.get(other)?.resolution;
  if (resolution?.status !== 'found' || resolution.fields.length > 0) return undefined;
  return { name: resolution.column.name.toLowerCase(), source: resolution.source };
}
