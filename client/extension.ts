import * as vscode from 'vscode';
import { contextKey } from './base/contextKeys';
import { PlainError } from './base/errors';
import { toPosition } from './base/ranges';
import { showError } from './base/showError';
import { commands } from './commands/index';
import type { Services } from './commands/services';
import { Connections } from './connection/connections';
import { ConnectionStatus } from './connection/connectionStatus';
import { AutoLoad } from './explorer/autoLoad';
import { CatalogSource } from './explorer/catalogSource';
import { DatasetsView } from './explorer/datasetsView';
import { LanguageServer } from './language/languageServer';
import { LineageView } from './lineage/lineageView';
import { EngineClient } from './query/engineClient';
import { GutterMark } from './query/gutterMark';
import { problemPlace } from './query/problemPlace';
import { ParameterValues } from './query/parameterValues';
import { ProblemMarks } from './query/problemMarks';
import { QueryController } from './query/queryController';
import { findRun } from './query/runList';
import { RunStatus } from './query/runStatus';
import { RunStore } from './query/runStore';
import type { PageActions } from './results/resultsPage';
import { ResultsPage } from './results/resultsPage';
import { ResultsView } from './results/resultsView';
import { sandboxDataFolder } from './sandbox/dataFolder';
import { LocalSandbox } from './sandbox/localSandbox';

/** Builds the objects, registers them and returns; processes start when something needs them. */
export function activate(extension: vscode.ExtensionContext): void {
  const services = makeServices(extension, () => results.show());
  const { log, engine, sandbox, connections, catalog, language, lineage, runs, queries } = services;
  const run = runner(services);
  const actions = pageActions(services, run);
  const results = new ResultsView(
    extension.extensionUri,
    (webview, place) => new ResultsPage(webview, place, extension.extensionUri, runs, engine, actions, log),
  );
  const view = new DatasetsView(catalog);

  extension.subscriptions.push(
    ...[log, engine, sandbox, connections, catalog, language, lineage, runs, results, queries, view],
    ...[new GutterMark(extension.extensionUri, runs), new ProblemMarks(runs), new RunStatus(runs)],
    ...[new ConnectionStatus(connections, sandbox), new AutoLoad(catalog, connections, sandbox, view, runs)],
    ...Object.keys(commands).map((id) =>
      vscode.commands.registerCommand(id, (...args: readonly unknown[]) => run(id, ...args)),
    ),
  );
  keepContextKeys(services);
  keepServerCatalog(services);
  void language.start();
}

function makeServices(extension: vscode.ExtensionContext, showResults: () => void): Services {
  const log = vscode.window.createOutputChannel('Feature SQL', { log: true });
  const program = (name: string): string =>
    vscode.Uri.joinPath(extension.extensionUri, 'dist', `${name}.js`).fsPath;

  const engine = new EngineClient(program('engine'), log);
  const sandbox = new LocalSandbox(program('sandbox'), sandboxDataFolder(process.env), log);
  const connections = new Connections(extension.secrets, () => sandbox.connection());
  const catalog = new CatalogSource(engine, connections, log);
  const language = new LanguageServer(program('server'), log);
  const lineage = new LineageView(language, log);
  const runs = new RunStore();
  const parameters = new ParameterValues(extension.workspaceState);
  const queries = new QueryController(engine, connections, runs, parameters, log, showResults);
  return {
    ...{ extension, log, engine, sandbox, connections, catalog, language, lineage },
    ...{ runs, queries, parameters },
  };
}

/** Runs a command of the table; what it throws is shown here, once. */
function runner(services: Services): (id: string, ...args: readonly unknown[]) => Promise<void> {
  return async (id, ...args) => {
    try {
      await commands[id]?.(services, ...args);
    } catch (error) {
      void showError(error, services.log);
    }
  };
}

function pageActions({ queries, runs }: Services, run: ReturnType<typeof runner>): PageActions {
  return {
    rerun: (runId) => queries.rerun(runId),
    cancel: (runId) => queries.cancel(runId),
    exportResult: (runId) => run('featureSql.exportResult', runId),
    showPlace: (runId) => showPlace(runs, runId),
  };
}

function keepContextKeys({ extension, runs, sandbox, catalog }: Services): void {
  const running = contextKey('featureSql.running');
  const hasResult = contextKey('featureSql.hasResult');
  const sandboxRunning = contextKey('featureSql.sandboxRunning');
  const catalogStatus = contextKey('featureSql.catalog');
  catalogStatus(catalog.state.status);
  extension.subscriptions.push(
    runs.onDidChange(({ list }) => {
      const active = findRun(list, list.active);
      running(list.runs.some((each) => each.state.status === 'running'));
      hasResult(active?.state.status === 'done' && active.state.columns !== undefined && !active.rowsLost);
    }),
    sandbox.onDidChange(() => sandboxRunning(sandbox.isRunning)),
    catalog.onDidChange(({ status }) => catalogStatus(status)),
  );
}

/** The language server checks against the live catalog; while a new one loads the old one stays. */
function keepServerCatalog({ extension, catalog, language, log }: Services): void {
  extension.subscriptions.push(
    catalog.onDidChange((state) => {
      if (state.status === 'loading') return;
      language
        .setCatalog(state.status === 'loaded' ? state.text : undefined)
        .catch((error: unknown) => showError(error, log));
    }),
  );
}

async function showPlace(runs: RunStore, runId: string): Promise<void> {
  const run = findRun(runs.list, runId);
  const place = run && problemPlace(run);
  if (!run?.origin || !place)
    throw new PlainError('The statement has been changed, so the place is not known.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(run.origin.uri, true));
  const position = toPosition(place);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
