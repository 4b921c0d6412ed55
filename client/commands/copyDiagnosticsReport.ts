import { existsSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import * as vscode from 'vscode';
import type { Command } from './services';

/** Versions and states for a bug report; no names, no SQL, no data. */
export const copyDiagnosticsReport: Command = async (services) => {
  await vscode.env.clipboard.writeText(report(services).join('\n') + '\n');
  void vscode.window.showInformationMessage(
    'The diagnostics report is in the clipboard. It holds no data and no SQL.',
  );
};

function report(services: Parameters<Command>[0]): readonly string[] {
  const { extension, connections, sandbox, engine, language, catalog, runs } = services;
  const { version } = extension.extension.packageJSON as { readonly version: string };
  const statuses = runs.list.runs.map((run) => run.state.status);
  const { state } = catalog;
  return [
    '# Feature SQL diagnostics report',
    '',
    `- Feature SQL ${version}, VS Code ${vscode.version} (${vscode.env.appHost})`,
    `- Node.js ${process.versions.node}, ${platform()} ${release()} ${arch()}`,
    `- Connection: ${connections.isLocal ? 'local sandbox' : 'platform'}, of ${connections.profiles.length} in the settings`,
    `- Problems of the settings: ${connections.problems.length}`,
    `- Local sandbox: ${sandbox.isRunning ? 'runs' : 'does not run'}, data folder ${existsSync(sandbox.dataFolder) ? 'is there' : 'is not there'}`,
    `- Engine: ${engine.isRunning ? 'runs' : 'does not run'}`,
    `- Language server: ${language.state}`,
    `- Catalog: ${state.status === 'loaded' ? `${state.snapshot.datasets.length} data sets` : state.status}`,
    `- Results: ${statuses.length > 0 ? statuses.join(', ') : 'none'}`,
  ];
}
