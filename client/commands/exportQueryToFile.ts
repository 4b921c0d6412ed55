import * as vscode from 'vscode';
import { exportToFile } from '../export/exporter';
import { keepExportPolicy } from '../export/exportPolicy';
import { documentTitle } from './featureSqlDocument';
import type { Command } from './services';
import { chosenStatement } from './statementArgument';

/** Runs the statement for the file alone, without showing its rows: `(uri?, range?, target?)`. */
export const exportQueryToFile: Command = async (services, uri, range, target) => {
  const { document, statement } = await chosenStatement(services, uri, range);
  const { engine, connections, parameters, language } = services;
  const origin = { uri: document.uri.toString(), range: statement.range };
  await keepExportPolicy(language, { sql: statement.sql, origin });
  const { sql } = await parameters.fill(statement.sql);
  await exportToFile(engine, {
    title: documentTitle(document),
    source: async () => ({ kind: 'query', connection: await connections.resolve(), sql }),
    target: target instanceof vscode.Uri ? target : undefined,
  });
};
