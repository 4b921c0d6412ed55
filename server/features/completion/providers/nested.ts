import { frames } from '../../../analysis/scope';
import type { Frame, Rows } from '../../../analysis/model';
import type { Proposal } from '../completionItem';
import { expectedType, fitRank } from '../expectedType';
import { isBeforeFrom, likelyDatasets } from '../likelyDatasets';
import type { Typing } from '../place';
import { rank } from '../rank';
import { fieldProposal } from './fields';
import { leavesOfFields } from './leaves';

/** Nested fields by their own name: `name` finds `web.webPageDetails.name` and puts in the whole path. */
export function* nestedProposals(typing: Typing): Generator<Proposal> {
  const { place, prefix, model, file } = typing;
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.called || prefix === '') return;
  const expected = expectedType(model, place.node);
  for (const frame of frames(place.scope)) {
    for (const { columns, qualifier } of groups(frame)) {
      for (const { path, field, match } of leavesOfFields(columns, prefix)) {
        const order = rank.nested + fitRank(expected, field.type);
        yield fieldProposal(field, qualifier === undefined ? path : [qualifier, ...path], order, match);
      }
    }
  }
  for (const { columns, table } of isBeforeFrom(typing) ? likelyDatasets(file) : []) {
    for (const { path, field, match } of leavesOfFields(columns, prefix)) {
      yield { ...fieldProposal(field, path, rank.nested, match), origin: table };
    }
  }
}

function groups(frame: Frame) {
  if (frame.kind === 'aliases') return [{ columns: frame.columns.columns, qualifier: undefined }];
  if (frame.kind === 'lambda') return [{ columns: frame.columns, qualifier: undefined }];
  return frame.rows.sources.map((source) => ({
    columns: source.schema.columns,
    qualifier: needsQualifier(frame.rows, source) ? source.qualifier.at(-1) : undefined,
  }));
}

/** Another source has a column of the same name as one of this source's. */
function needsQualifier(rows: Rows, source: Rows['sources'][number]): boolean {
  if (rows.sources.length < 2) return false;
  const names = new Set(source.schema.columns.map((column) => column.name.toLowerCase()));
  return rows.sources.some(
    (other) =>
      other !== source && other.schema.columns.some((column) => names.has(column.name.toLowerCase())),
  );
}
