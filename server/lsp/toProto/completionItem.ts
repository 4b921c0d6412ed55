import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem as ProtoItem,
  type CompletionList,
  type Range,
} from 'vscode-languageserver';
import type { CompletionItem, CompletionKind } from '../../features/completion/completionItem';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  table: CompletionItemKind.Struct,
  view: CompletionItemKind.Interface,
  cte: CompletionItemKind.Struct,
  source: CompletionItemKind.Module,
  column: CompletionItemKind.Field,
  field: CompletionItemKind.Property,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  type: CompletionItemKind.TypeParameter,
  option: CompletionItemKind.Property,
  model: CompletionItemKind.Class,
  window: CompletionItemKind.Variable,
  snippet: CompletionItemKind.Snippet,
};

/** What a client can take of the list of proposals. */
export interface ListAbilities {
  readonly snippets: boolean;
  /** What most items have in common is said once, for all: a list of hundreds becomes half as long. */
  readonly listDefaults: boolean;
}

/** The proposals, each with its number as `data`, by which it is found again when it is looked at. */
export function protoCompletionList(
  { items, incomplete }: { readonly items: readonly CompletionItem[]; readonly incomplete: boolean },
  range: Range,
  { snippets, listDefaults }: ListAbilities,
): CompletionList {
  const insertTextFormat = InsertTextFormat.PlainText;
  return {
    isIncomplete: incomplete,
    ...(listDefaults && { itemDefaults: { editRange: range, insertTextFormat } }),
    items: items.map((item, data) => {
      const snippet = snippets ? item.snippet : undefined;
      const text = snippet ?? item.insert;
      const shared = { ...shownParts(item), sortText: item.sortText, data };
      if (!listDefaults) {
        const format = snippet === undefined ? insertTextFormat : InsertTextFormat.Snippet;
        const textEdit = { range, newText: text };
        return { ...shared, filterText: item.filterText, insertTextFormat: format, textEdit };
      }
      return {
        ...shared,
        ...(item.filterText !== item.label && { filterText: item.filterText }),
        ...(snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
        ...(text !== item.label && { textEditText: text }),
      };
    }),
  };
}

function shownParts({ label, kind, detail, origin }: CompletionItem): ProtoItem {
  if (detail === undefined && origin === undefined) return { label, kind: kinds[kind] };
  const labelDetails = {
    ...(detail !== undefined && { detail: detail.startsWith('(') ? detail : ` ${detail}` }),
    ...(origin !== undefined && { description: origin }),
  };
  return { label, kind: kinds[kind], ...(detail !== undefined && { detail }), labelDetails };
}
