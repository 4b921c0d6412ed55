import { errorText, PlainError } from '../base/errors';
import { statementsOfSelection } from '../query/statementText';
import { documentTitle, featureSqlEditor } from './featureSqlDocument';
import type { Command } from './services';

/** The selected text as it is, or each whole statement of a selection that holds several. */
export const runSelection: Command = async ({ language, queries, log }) => {
  const { document, selection } = featureSqlEditor();
  const uri = document.uri.toString();
  const known = await language.request('featureSql/statements', { uri }).catch((error: unknown) => {
    log.debug(`Run Selection sends the text as one statement: ${errorText(error)}`);
    return [];
  });
  const statements = statementsOfSelection(document.getText(selection), selection, known);
  if (statements.length === 0) throw new PlainError('Nothing is selected. Select the SQL to run.');
  await queries.run({ title: documentTitle(document), uri, statements });
};
