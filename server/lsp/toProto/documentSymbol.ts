import { SymbolKind as ProtoKind, type DocumentSymbol as ProtoSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, SymbolKind } from '../../features/documentSymbols';
import { protoRange } from './range';

export const symbolKinds: Readonly<Record<SymbolKind, ProtoKind>> = {
  query: ProtoKind.Object,
  table: ProtoKind.Class,
  view: ProtoKind.Interface,
  model: ProtoKind.Function,
  audience: ProtoKind.Enum,
  write: ProtoKind.Event,
  block: ProtoKind.Namespace,
  variable: ProtoKind.Variable,
  column: ProtoKind.Field,
  other: ProtoKind.Key,
};

export function protoSymbol(document: TextDocument, symbol: DocumentSymbol): ProtoSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: protoRange(document, symbol.range),
    selectionRange: protoRange(document, symbol.selection),
    children: symbol.children.map((child) => protoSymbol(document, child)),
  };
}
