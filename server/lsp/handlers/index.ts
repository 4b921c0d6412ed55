import { codeActionHandler } from './codeAction';
import { codeLensHandler } from './codeLens';
import { completionHandler } from './completion';
import { completionResolveHandler } from './completionResolve';
import { definitionHandler } from './definition';
import { diagnosticHandler } from './diagnostic';
import { documentHighlightHandler } from './documentHighlight';
import { documentSymbolHandler } from './documentSymbol';
import { foldingRangeHandler } from './foldingRange';
import { formattingHandler } from './formatting';
import type { Register } from './handler';
import { hoverHandler } from './hover';
import { lineageHandler } from './lineage';
import { inlayHintHandler } from './inlayHint';
import { referencesHandler } from './references';
import { renameHandler } from './rename';
import { selectionRangeHandler } from './selectionRange';
import { semanticTokensHandler } from './semanticTokens';
import { signatureHelpHandler } from './signatureHelp';
import { statementsHandler } from './statements';
import { workspaceDiagnosticHandler } from './workspaceDiagnostic';
import { workspaceSymbolHandler } from './workspaceSymbol';

export const handlers: readonly Register[] = [
  completionHandler,
  completionResolveHandler,
  hoverHandler,
  signatureHelpHandler,
  definitionHandler,
  referencesHandler,
  documentHighlightHandler,
  renameHandler,
  codeLensHandler,
  codeActionHandler,
  diagnosticHandler,
  statementsHandler,
  formattingHandler,
  foldingRangeHandler,
  selectionRangeHandler,
  documentSymbolHandler,
  semanticTokensHandler,
  inlayHintHandler,
  workspaceSymbolHandler,
  workspaceDiagnosticHandler,
  lineageHandler,
];
