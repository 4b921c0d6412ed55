import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import { codeActionKinds } from '../features/codeActions';
import { semanticTokenTypes } from '../features/semanticTokens';
import type { ClientAbilities } from './context';

export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['.', "'", '`', '@', '$'], resolveProvider: true },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [','] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    codeLensProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...semanticTokenTypes], tokenModifiers: ['declaration'] },
      full: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        interFileDependencies: true,
        workspaceDiagnostics: true,
        identifier: 'feature-sql',
      },
    }),
  };
}
