import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit as ProtoEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../base/textEdit';
import type { TextRange } from '../../base/textRange';

export function protoRange(document: TextDocument, range: TextRange): Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

export function protoEdit(document: TextDocument, edit: TextEdit): ProtoEdit {
  return { range: protoRange(document, edit.range), newText: edit.text };
}
