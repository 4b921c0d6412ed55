import { chosenStatement } from './statementArgument';
import { documentTitle } from './featureSqlDocument';
import type { Command } from './services';

export const runStatement: Command = async (services, uri, range) => {
  const { document, statement } = await chosenStatement(services, uri, range);
  await services.queries.run({
    title: documentTitle(document),
    uri: document.uri.toString(),
    statements: [statement],
  });
};
