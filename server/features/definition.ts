import type { TextRange } from '../base/textRange';
import { touches } from '../base/textRange';
import type { Dataset } from '../catalog/types';
import type { StatementModel } from '../analysis/model';
import { childrenOf, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import type { PlacedFile } from './names/placedFile';
import { statementOf } from './names/statementOf';
import { occurrenceAt, referencesTo } from './references';
import { workspaceReferences } from './workspaceReferences';

/** Where a thing is made or named. */
export type DefinitionTarget =
  | { readonly kind: 'name'; readonly uri: string; readonly range: TextRange }
  /** The catalog lists it: a data set, or the field at a path in it. */
  | { readonly kind: 'catalog'; readonly dataset: Dataset; readonly path: readonly string[] };

export interface Definitions {
  /** The name that was asked about. */
  readonly from: TextRange;
  readonly targets: readonly DefinitionTarget[];
}

/**
 * Where the thing that the name at an offset stands for is made: a CTE, an alias, a column, a variable, a table in
 * this file, else in every file that makes one of its name, and its place in the catalog.
 */
export function definition(at: PlacedFile, offset: number): Definitions | undefined {
  const found = occurrenceAt(at.file, offset);
  const here = found && referencesTo(at.file, found.key);
  const from = here?.find(({ range }) => touches(range, offset));
  if (!found || !here || !from) return undefined;
  const local = here.filter((each) => each.declares);
  if (local.length > 0) return { from: from.range, targets: local.map(({ range }) => named(at.uri, range)) };
  const elsewhere = workspaceReferences(at, offset).flatMap(({ uri, references }) =>
    references.filter((each) => each.declares).map(({ range }) => named(uri, range)),
  );
  const listed = inCatalog(statementOf(at.file, offset).model, found.node);
  const targets = listed ? [...elsewhere, listed] : elsewhere;
  return targets.length > 0 ? { from: from.range, targets } : undefined;
}

function named(uri: string, range: TextRange): DefinitionTarget {
  return { kind: 'name', uri, range };
}

function inCatalog(model: StatementModel, node: SyntaxNode): DefinitionTarget | undefined {
  const meaning = model.tables.find((use) => use.node === node.parent)?.meaning;
  if (meaning?.kind === 'dataset') return { kind: 'catalog', dataset: meaning.dataset, path: [] };
  const path = node.parent?.kind === K.Path ? node.parent : undefined;
  const resolution = path && model.paths.get(path)?.resolution;
  if (!path || resolution?.status !== 'found') return undefined;
  const { column, fields, qualifiers, source } = resolution;
  const depth = childrenOf(path, K.Name).indexOf(node) - qualifiers;
  if (depth < 0) return source?.dataset && { kind: 'catalog', dataset: source.dataset, path: [] };
  const names = [column.name, ...fields.slice(0, depth).map((field) => field?.name)];
  if (column.origin.kind !== 'field' || names.includes(undefined)) return undefined;
  return { kind: 'catalog', dataset: column.origin.dataset, path: names.flatMap((name) => name ?? []) };
}
