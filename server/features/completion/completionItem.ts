import type { TextRange } from '../../base/textRange';

export type CompletionKind =
  | 'table'
  | 'view'
  | 'cte'
  | 'source'
  | 'column'
  | 'field'
  | 'function'
  | 'keyword'
  | 'value'
  | 'variable'
  | 'parameter'
  | 'type'
  | 'option'
  | 'model'
  | 'window'
  | 'snippet';

/** One proposal, before it is matched against what was typed. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What is put in; the label when absent. */
  readonly insert?: string;
  /** The same with tab stops (`${1:name}`), for editors that have them. */
  readonly snippet?: string;
  /** What typed letters are matched with, beside the label. */
  readonly also?: string;
  /** Shown beside the label: a type, the table. */
  readonly detail?: string;
  /** Shown behind the label: where it comes from. */
  readonly origin?: string;
  /** How well it fits what was typed, where its names alone do not tell. */
  readonly match?: number;
  /** Lower comes first; added to the rank of the match. */
  readonly rank: number;
  /** Markdown, made when the item is looked at. */
  readonly document?: () => string | undefined;
}

export interface CompletionItem extends Proposal {
  readonly insert: string;
  /** What the editor should match further typing with. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface CompletionList {
  /** What every item replaces; offsets in the file. */
  readonly range: TextRange;
  readonly items: readonly CompletionItem[];
  /** More letters may bring items that are not here. */
  readonly incomplete: boolean;
}
