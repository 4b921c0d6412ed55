import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem as ProtoItem,
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

/** `index` finds the proposal again when the item is looked at. */
export function protoCompletionItem(
  item: CompletionItem,
  range: Range,
  snippets: boolean,
  index: number,
): ProtoItem {
  const asSnippet = snippets && item.snippet !== undefined;
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...((item.detail !== undefined || item.origin !== undefined) && {
      ...(item.detail !== undefined && { detail: item.detail }),
      labelDetails: {
        ...(item.detail !== undefined && {
          detail: item.detail.startsWith('(') ? item.detail : ` ${item.detail}`,
        }),
        ...(item.origin !== undefined && { description: item.origin }),
      },
    }),
    sortText: item.sortText,
    filterText: item.filterText,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: asSnippet ? (item.snippet ?? item.insert) : item.insert },
    data: index,
  };
}
