import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** Names of windows after OVER, and what a window begins with. */
export function* windowProposals({ place }: Typing): Generator<Proposal> {
  if (place.kind !== 'window') return;
  for (const label of place.names) yield { label, kind: 'window', rank: rank.column };
  if (place.inside) {
    yield { label: 'PARTITION BY', kind: 'keyword', rank: rank.likelyKeyword };
    yield { label: 'ORDER BY', kind: 'keyword', rank: rank.likelyKeyword + 0.1 };
    return;
  }
  const snippet =
    '(PARTITION BY ${1:id} ORDER BY ${2:timestamp} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)$0';
  yield {
    label: '(PARTITION BY ... ORDER BY ...)',
    insert: '(',
    snippet,
    kind: 'snippet',
    rank: rank.likelyKeyword,
  };
}
