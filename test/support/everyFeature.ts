import type { FileModel } from '../../server/analysis/analyzeFile';
import { Workspace } from '../../server/analysis/workspace/workspace';
import { codeActions } from '../../server/features/codeActions';
import { codeLenses } from '../../server/features/codeLenses';
import { completion } from '../../server/features/completion/completion';
import { definition } from '../../server/features/definition';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { defaultOptions } from '../../server/features/diagnostics/options';
import { documentSymbols } from '../../server/features/documentSymbols';
import { foldingRanges } from '../../server/features/foldingRanges';
import { format } from '../../server/features/formatting/format';
import { inlayHints } from '../../server/features/inlayHints';
import type { PlacedFile } from '../../server/features/names/placedFile';
import { hover } from '../../server/features/hover';
import { lineageReports } from '../../server/features/lineageReport';
import { references } from '../../server/features/references';
import { rename } from '../../server/features/rename';
import { selectionRanges } from '../../server/features/selectionRanges';
import { semanticTokens } from '../../server/features/semanticTokens';
import { signatureHelp } from '../../server/features/signatureHelp';
import { runnableAt, statements } from '../../server/features/statements';

/** The features that answer about a file. */
export const fileFeatures: Readonly<Record<string, (file: FileModel) => unknown>> = {
  diagnostics: (file) => diagnostics(file),
  codeLenses: ({ tree }) => codeLenses(tree),
  documentSymbols: (file) => documentSymbols(file),
  foldingRanges: ({ tree }) => foldingRanges(tree),
  semanticTokens: (file) => semanticTokens(file),
  lineage: (file) => lineageReports(file),
  statements: ({ tree }) => statements(tree),
  inlayHints: (file) =>
    inlayHints(file, { start: 0, end: file.tree.text.length }, { outputTypes: true, groupByTargets: true }),
  format: ({ tree }) => format(tree),
};

/** The features that answer about an offset of a file. */
export const offsetFeatures: Readonly<Record<string, (file: FileModel, offset: number) => unknown>> = {
  completion,
  hover,
  definition: (file, offset) => definition(alone(file), offset),
  references,
  rename: (file, offset) => rename(alone(file), offset, 'renamed'),
  signatureHelp,
  selectionRanges: ({ tree }, offset) => selectionRanges(tree, offset),
  runnableAt: ({ tree }, offset) => runnableAt(tree, offset),
  codeActions: (file, offset) => codeActions(file, { start: offset, end: offset }, defaultOptions),
};

function alone(file: FileModel): PlacedFile {
  return { uri: '/a.fsql', file, workspace: Workspace.of(file.catalog) };
}
