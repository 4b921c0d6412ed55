import type { StatementModel } from '../../../analysis/model';
import { descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { isEventDataset } from '../time/eventTime';
import { originsOf, originsOfColumn, pathsIn, rowsOf } from '../time/origins';

/** A profile holds its state of today; what it has of a person's birth was so at any time. */
const lasting = /^birth/i;

/**
 * The paths of a select list that read attributes of a profile where rows of events stand beside it. Identities and
 * what the tables are joined by are no attributes.
 */
export function profileAttributes(model: StatementModel, select: SyntaxNode): readonly SyntaxNode[] {
  if (rowsOf(model, select).length < 2) return [];
  const attributes = [...(model.selects.get(select)?.projected.keys() ?? [])]
    .filter((item) => item.kind === K.Projection)
    .flatMap(pathsIn)
    .filter((path) => isAttribute(model, path));
  if (attributes.length === 0 || !readsEventRows(model, select)) return [];
  const keys = new Set(joinPaths(select).map((path) => textOfPath(model, path)));
  return attributes.filter((path) => !keys.has(textOfPath(model, path)));
}

function readsEventRows(model: StatementModel, select: SyntaxNode): boolean {
  return rowsOf(model, select).some((source) =>
    source.schema.columns.some((column) =>
      originsOfColumn(model, source, column).some(({ dataset }) => isEventDataset(dataset)),
    ),
  );
}

function isAttribute(model: StatementModel, path: SyntaxNode): boolean {
  const resolution = model.paths.get(path)?.resolution;
  const origins = originsOf(model, path);
  if (resolution?.status !== 'found' || origins.length === 0) return false;
  if (!origins.every(({ dataset }) => dataset.schema?.class === 'profile')) return false;
  const columns = origins.map(({ column }) => column.name.toLowerCase());
  if (columns.some((name) => ['_id', 'personid', 'identitymap'].includes(name))) return false;
  const field = resolution.fields.at(-1);
  const name = field?.name ?? resolution.column.name;
  return !field?.identity && !lasting.test(name) && !/(^|_)id$|userid$/i.test(name);
}

/** The paths of ON, and of comparisons of two columns elsewhere. */
function joinPaths(select: SyntaxNode): readonly SyntaxNode[] {
  return [...descendants(select)].flatMap((node) => {
    if (node.kind === K.OnClause) return pathsIn(node);
    const isPair = node.kind === K.Binary && node.children.every((child) => child.kind === K.Path);
    return isPair ? node.children : [];
  });
}

function textOfPath(model: StatementModel, path: SyntaxNode): string {
  return (model.paths.get(path)?.names ?? []).join('.').toLowerCase();
}
