import { quoted } from '../../../analysis/names';
import type { Schema } from '../../../analysis/model';
import { NodeKind as K } from '../../../sql/nodeKind';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** The columns of an INSERT as one list: all of them with brackets, or those that are still missing. */
export function* insertListProposals({ place, model }: Typing): Generator<Proposal> {
  if (place.kind === 'columns' && place.fill) {
    const left = columnsBeside(place.schema, place.taken);
    if (left.length > 1) yield filler(left.join(', '), 'all that are left');
  }
  if (place.kind !== 'continuation') return;
  const insert = model.writes.find(({ node }) => node.kind === K.Insert);
  if (!insert || insert.columns.length > 0 || insert.output) return;
  const meaning = insert.table?.meaning;
  if (meaning?.kind !== 'dataset' && meaning?.kind !== 'definition') return;
  const names = columnsBeside(meaning.schema, []);
  if (names.length > 0) yield filler(`(${names.join(', ')})`, 'all columns');
}

function columnsBeside({ columns }: Schema, taken: readonly string[]): readonly string[] {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  return columns.filter(({ name }) => !known.has(name.toLowerCase())).map(({ name }) => quoted(name));
}

function filler(label: string, detail: string): Proposal {
  return { label, detail, kind: 'snippet', rank: rank.filler };
}
