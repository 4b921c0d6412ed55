import * as vscode from 'vscode';
import { CancelledError, PlainError } from '../base/errors';
import type { TextRange } from '../../server/protocol/language';
import { toPosition } from '../base/ranges';
import { setting } from '../base/settings';
import type { LanguageServer } from '../language/languageServer';
import type { QueryOrigin } from '../query/queryRun';
import { labelsQuestion, labelsRefusal, type ExportedLabels } from './labelTexts';

/** What is to leave: a statement, and the document that it comes from. */
export interface ExportedStatement {
  readonly sql: string;
  readonly origin: QueryOrigin | undefined;
}

/**
 * Asks or refuses, as the setting says, when the rows of a statement carry labels that the policy forbids, or when
 * that cannot be told. Throws when nothing is to be written.
 */
export async function keepExportPolicy(
  language: LanguageServer,
  statement: ExportedStatement,
): Promise<void> {
  const policy = setting('policy.onRestrictedExport');
  if (policy === 'allow') return;
  const found = await exportedLabels(language, statement);
  if (found?.length === 0) return;
  if (policy === 'refuse') throw new PlainError(labelsRefusal(found));
  const exportAnyway = 'Export Anyway';
  const { message, detail } = labelsQuestion(found);
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, exportAnyway);
  if (chosen !== exportAnyway) throw new CancelledError();
}

/** `undefined` when the labels are not known. */
async function exportedLabels(
  language: LanguageServer,
  { sql, origin }: ExportedStatement,
): Promise<ExportedLabels> {
  if (!origin || language.state === 'Stopped') return undefined;
  const { uri, range } = origin;
  const found = await language.request('featureSql/restrictedColumns', {
    uri,
    before: range ? textBefore(uri, range) : '',
    sql,
  });
  return found ?? undefined;
}

function textBefore(uri: string, { start }: TextRange): string {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
  const before = new vscode.Range(new vscode.Position(0, 0), toPosition(start));
  return document?.getText(before) ?? '';
}
