import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** The words that must follow, in the order in which they are likely. */
export function phraseProposals({ place }: Typing): readonly Proposal[] {
  if (place.kind !== 'phrase') return [];
  return place.phrases.map(({ label, snippet }, order) => ({
    label,
    kind: 'keyword',
    rank: rank.likelyKeyword + Math.min(order, 9) / 10,
    ...(snippet !== undefined && { snippet }),
  }));
}
