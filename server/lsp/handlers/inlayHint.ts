import { InlayHintKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlayHints';
import type { Register } from './handler';

export const inlayHintHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, range }: InlayHintParams): Promise<InlayHint[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    const { document, file } = opened;
    const part = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return inlayHints(file, part, context.inlayHintOptions()).map(({ offset, text, kind }) => ({
      position: document.positionAt(offset),
      label: kind === 'type' ? `: ${text}` : text,
      ...(kind === 'type' && { kind: InlayHintKind.Type }),
      paddingLeft: kind === 'target',
    }));
  };
  context.connection.languages.inlayHint.on(dispatch.guard('textDocument/inlayHint', [], handle));
};
