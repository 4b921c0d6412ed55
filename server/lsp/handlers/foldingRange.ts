import { FoldingRangeKind, type FoldingRange, type FoldingRangeParams } from 'vscode-languageserver';
import { foldingRanges } from '../../features/foldingRanges';
import type { Register } from './handler';

export const foldingRangeHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument }: FoldingRangeParams): Promise<FoldingRange[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    const { document, file } = opened;
    return foldingRanges(file.tree).map(({ start, end, kind }) => ({
      startLine: document.positionAt(start).line,
      endLine: document.positionAt(end).line,
      ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
      ...(kind === 'region' && { kind: FoldingRangeKind.Region }),
    }));
  };
  context.connection.onFoldingRanges(dispatch.guard('textDocument/foldingRange', [], handle));
};
