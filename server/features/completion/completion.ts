import type { FileModel } from '../../analysis/analyzeFile';
import type { CompletionItem, CompletionList, Proposal } from './completionItem';
import { matchName } from './matchName';
import type { Typing } from './place';
import { columnProposals } from './providers/columns';
import { fieldProposals } from './providers/fields';
import { functionProposals } from './providers/functions';
import { groupingProposals } from './providers/grouping';
import { insertListProposals } from './providers/insertLists';
import { joinProposals } from './providers/joins';
import { keywordProposals } from './providers/keywords';
import { nestedProposals } from './providers/nested';
import { optionProposals } from './providers/options';
import { phraseProposals } from './providers/phrases';
import { sessionProposals } from './providers/session';
import { tableProposals } from './providers/tables';
import { typeProposals } from './providers/types';
import { valueProposals } from './providers/values';
import { windowProposals } from './providers/windows';
import { typingAt } from './typing';

/** Each provider knows one kind of thing and looks at the place itself; none knows of another. */
const providers: readonly ((typing: Typing) => Iterable<Proposal>)[] = [
  valueProposals,
  joinProposals,
  insertListProposals,
  groupingProposals,
  columnProposals,
  fieldProposals,
  nestedProposals,
  tableProposals,
  sessionProposals,
  windowProposals,
  optionProposals,
  typeProposals,
  functionProposals,
  phraseProposals,
  keywordProposals,
];

/** More would be read by nobody; the list then says that it is incomplete. */
const mostItems = 300;

/** What may be put in at an offset. */
export function completion(file: FileModel, offset: number): CompletionList {
  const typing = typingAt(file, offset);
  if (typing.place.kind === 'none') return { range: typing.range, items: [], incomplete: false };
  const found: { readonly proposal: Proposal; readonly score: number }[] = [];
  for (const provider of providers) {
    for (const proposal of provider(typing)) {
      const score = scoreOf(typing.prefix, proposal);
      if (score !== undefined) found.push({ proposal, score });
    }
  }
  found.sort((a, b) => a.score - b.score || byLabel(a.proposal, b.proposal));
  const items = firstItems(found);
  return { range: typing.range, items, incomplete: found.length > mostItems || isNesting(typing) };
}

function byLabel(a: Proposal, b: Proposal): number {
  const [first, second] = [a.label.toLowerCase(), b.label.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Only the nested fields that fit best are in the list, so that the editor must ask again at each letter. */
function isNesting({ place }: Typing): boolean {
  return place.kind === 'expression' || place.kind === 'field';
}

function scoreOf(prefix: string, proposal: Proposal): number | undefined {
  if (proposal.match !== undefined) return proposal.match * 10 + proposal.rank;
  const direct = matchName(prefix, proposal.label);
  const other = proposal.also === undefined ? undefined : matchName(prefix, proposal.also);
  const match = Math.min(direct ?? Infinity, other ?? Infinity);
  return match === Infinity ? undefined : match * 10 + proposal.rank;
}

/** What was found by its whole path is filtered by that, as the editor does it again. */
function filterText({ also, label, match }: Proposal): string {
  return match === undefined ? (also ?? label) : label;
}

function firstItems(
  found: readonly { readonly proposal: Proposal; readonly score: number }[],
): CompletionItem[] {
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const { proposal } of found) {
    const insert = proposal.insert ?? proposal.label;
    const key = `${proposal.kind} ${insert} ${proposal.label}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (items.length === mostItems) break;
    const sortText = String(items.length).padStart(4, '0');
    items.push({ ...proposal, insert, filterText: filterText(proposal), sortText });
  }
  return items;
}
