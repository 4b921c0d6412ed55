import * as vscode from 'vscode';
import type { TextPosition, TextRange } from '../../server/protocol/language';

export function toPosition({ line, character }: TextPosition): vscode.Position {
  return new vscode.Position(line, character);
}

export function toRange({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(toPosition(start), toPosition(end));
}
