import type * as vscode from 'vscode';
import * as z from 'zod';
import type { TextRange } from '../../server/protocol/language';
import { PlainError } from '../base/errors';
import { toRange } from '../base/ranges';
import type { StatementText } from '../query/statementText';
import { featureSqlDocument, featureSqlEditor } from './featureSqlDocument';
import type { Services } from './services';

/** A statement and the document it stands in. */
export interface ChosenStatement {
  readonly document: vscode.TextDocument;
  readonly statement: StatementText;
}

/** The statement that a code lens names by document and range, else the one at the cursor. */
export async function chosenStatement(
  { language }: Services,
  uri: unknown,
  range: unknown,
): Promise<ChosenStatement> {
  const named = rangeSchema.safeParse(range).data;
  if (named) {
    const document = await featureSqlDocument(uri);
    return { document, statement: { sql: document.getText(toRange(named)), range: named } };
  }
  const { document, selection } = featureSqlEditor();
  const { line, character } = selection.active;
  const statement = await language.request('featureSql/statementAt', {
    uri: document.uri.toString(),
    position: { line, character },
  });
  if (!statement) throw new PlainError('There is no statement at the cursor. Put the cursor into one.');
  return { document, statement };
}

const positionSchema = z.object({ line: z.number().int(), character: z.number().int() });
const rangeSchema: z.ZodType<TextRange> = z.object({ start: positionSchema, end: positionSchema });
