import { PlainError } from '../base/errors';
import { documentTitle, featureSqlDocument } from './featureSqlDocument';
import type { Command } from './services';

/** Every statement of the file in order, up to the first that fails. */
export const runFile: Command = async ({ language, queries }, uri) => {
  const document = await featureSqlDocument(uri);
  const name = document.uri.toString();
  const statements = await language.request('featureSql/statements', { uri: name });
  if (statements.length === 0) throw new PlainError(`There is no statement in ${documentTitle(document)}.`);
  await queries.run({ title: documentTitle(document), uri: name, statements });
};
