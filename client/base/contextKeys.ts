import * as vscode from 'vscode';

/** Names that `when` clauses of the manifest ask for, each with the values it takes. */
interface ContextKeys {
  readonly 'featureSql.running': boolean;
  readonly 'featureSql.hasResult': boolean;
  readonly 'featureSql.sandboxRunning': boolean;
  readonly 'featureSql.lineageShown': boolean;
  readonly 'featureSql.catalog': 'none' | 'loading' | 'loaded' | 'failed';
}

/** Sets a context key, when it changes. */
export function contextKey<Name extends keyof ContextKeys>(name: Name): (value: ContextKeys[Name]) => void {
  let last: ContextKeys[Name] | undefined;
  return (value) => {
    if (value === last) return;
    last = value;
    void vscode.commands.executeCommand('setContext', name, value);
  };
}
