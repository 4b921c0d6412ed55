import * as vscode from 'vscode';

/** The settings of the manifest that the extension itself reads; defaults are the manifest's. */
export interface Settings {
  readonly connection: string;
  readonly connections: unknown;
  readonly 'preview.rowLimit': number;
  readonly 'results.location': 'panel' | 'beside';
  readonly 'sandbox.autoStart': boolean;
  readonly 'sandbox.scenarios': readonly string[];
  readonly 'sandbox.events': number;
  readonly 'catalog.file': string;
  readonly 'policy.onRestrictedExport': 'ask' | 'refuse' | 'allow';
}

export const settingsSection = 'featureSql';

export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.Uri): Settings[Name] {
  // The manifest gives every one of them a default, so none is undefined.
  return vscode.workspace.getConfiguration(settingsSection, scope).get(name) as Settings[Name];
}

export function onSettingChanged(name: keyof Settings, listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settingsSection}.${name}`)) listener();
  });
}
