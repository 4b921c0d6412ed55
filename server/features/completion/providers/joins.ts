import { fieldsOf } from '../../../catalog/catalog';
import type { DataType } from '../../../catalog/types';
import { columnsOf } from '../../../analysis/query/star';
import type { Source } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { sameType } from '../../../analysis/types/widerType';
import { NodeKind as K } from '../../../sql/nodeKind';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** After ON: conditions from identities and from columns that both sides have under one name. */
export function* joinProposals({ place }: Typing): Generator<Proposal> {
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.node.parent?.kind !== K.OnClause)
    return;
  const { frame } = place.scope;
  if (frame.kind !== 'rows') return;
  const { sources } = frame.rows;
  const right = sources.at(-1);
  if (!right) return;
  for (const left of sources.slice(0, -1)) {
    for (const [path, order] of sharedPaths(left, right)) {
      const label = [left, right].map((source) => pathText(source, path)).join(' = ');
      yield { label, kind: 'snippet', rank: rank.joinCondition + order, detail: 'join condition' };
    }
  }
}

function pathText(source: Source, path: readonly string[]): string {
  const qualifier = source.qualifier.at(-1);
  return [...(qualifier === undefined ? [] : [qualifier]), ...path].map(quoted).join('.');
}

/** Paths that both sources have with the same type: identities first, then names that look like keys. */
function* sharedPaths(left: Source, right: Source): Generator<readonly [readonly string[], number]> {
  const ours = keyPaths(left);
  const theirs = new Map(keyPaths(right).map((each) => [each.path.join('.').toLowerCase(), each]));
  for (const { path, type, identity } of ours) {
    const other = theirs.get(path.join('.').toLowerCase());
    if (!other || !sameType(type, other.type)) continue;
    const likely = identity || other.identity ? 0 : /(^|_)(id|key)$|Id$|ID$/.test(path.at(-1) ?? '') ? 1 : 3;
    yield [path, likely];
  }
}

interface KeyPath {
  readonly path: readonly string[];
  readonly type: DataType;
  readonly identity: boolean;
}

function keyPaths(source: Source): readonly KeyPath[] {
  return columnsOf(source)
    .flatMap((column) => [
      { path: [column.name], type: column.type, identity: false },
      ...(column.type.kind === 'struct' && column.name.startsWith('_')
        ? identityPaths(column.name, column.type)
        : []),
    ])
    .filter(({ type }) => type.kind === 'scalar' && type.name !== 'timestamp' && type.name !== 'boolean');
}

/** The fields of a tenant's struct. */
function identityPaths(name: string, type: DataType): readonly KeyPath[] {
  return fieldsOf(type).map((field) => ({
    path: [name, field.name],
    type: field.type,
    identity: field.identity !== undefined,
  }));
}
