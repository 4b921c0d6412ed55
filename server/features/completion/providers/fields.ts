import { columnsOf } from '../../../analysis/query/star';
import { resolvePath } from '../../../analysis/resolvePath';
import { frames } from '../../../analysis/scope';
import type { Scope, Source } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { fieldsOf } from '../../../catalog/catalog';
import type { DataType, Field } from '../../../catalog/types';
import { withWholeType } from '../wholeType';
import { fieldDocument } from '../../render/fieldDocument';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { shortType } from '../shortType';
import { columnProposal } from './columns';
import { leavesOfFields } from './leaves';

/** After a dot: the columns of a table, or the fields of a struct, with deeper fields once letters are typed. */
export function* fieldProposals({ place, prefix }: Typing): Generator<Proposal> {
  if (place.kind === 'field') yield* ofType(place.type, prefix);
  if (place.kind !== 'expression' || place.qualifier.length === 0) return;
  for (const source of sourcesCalled(place.scope, place.qualifier)) {
    for (const column of columnsOf(source)) yield columnProposal(column, undefined, rank.column);
    if (prefix !== '') yield* deeper(source.schema.columns, prefix);
  }
  const resolution = resolvePath(place.scope, place.qualifier);
  if (resolution.status === 'found') yield* ofType(resolution.type, prefix);
}

function* ofType(type: DataType, prefix: string): Generator<Proposal> {
  const fields = fieldsOf(type);
  for (const field of fields) yield fieldProposal(field, [field.name], rank.column);
  if (prefix !== '') yield* deeper(fields, prefix);
}

function* deeper(fields: readonly Field[], prefix: string): Generator<Proposal> {
  for (const { path, field, match } of leavesOfFields(fields, prefix)) {
    yield fieldProposal(field, path, rank.nested, match);
  }
}

export function fieldProposal(
  field: Field,
  path: readonly string[],
  order: number,
  match?: number,
): Proposal {
  return {
    label: path.join('.'),
    insert: path.map(quoted).join('.'),
    kind: 'field',
    also: field.name,
    detail: shortType(field.type),
    ...(match !== undefined && { match }),
    rank: order + Math.min(path.length, 4) - 1,
    document: () => withWholeType(field.type, fieldDocument(field)),
  };
}

function sourcesCalled(scope: Scope, qualifier: readonly string[]): readonly Source[] {
  for (const frame of frames(scope)) {
    if (frame.kind !== 'rows') continue;
    const called = frame.rows.sources.filter((source) => {
      const tail = source.qualifier.slice(-qualifier.length);
      return (
        tail.length === qualifier.length &&
        tail.every((part, index) => part.toLowerCase() === qualifier[index]?.toLowerCase())
      );
    });
    if (called.length > 0) return called;
  }
  return [];
}
