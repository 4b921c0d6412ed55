import type { ClientCapabilities } from 'vscode-languageserver';
import type { ClientAbilities } from './context';

export function clientAbilities({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  const listDefaults = textDocument?.completion?.completionList?.itemDefaults ?? [];
  return {
    listDefaults: ['editRange', 'insertTextFormat'].every((name) => listDefaults.includes(name)),
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    hasConfiguration: workspace?.configuration ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    linksDefinitions: textDocument?.definition?.linkSupport ?? false,
  };
}
