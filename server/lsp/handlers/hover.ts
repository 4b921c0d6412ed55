import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import { hover } from '../../features/hover';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const hoverHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, position }: HoverParams): Promise<Hover | null> => {
    const opened = await context.open(textDocument.uri);
    const found = opened && hover(opened.file, opened.document.offsetAt(position));
    if (!found) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: protoRange(opened.document, found.range),
    };
  };
  context.connection.onHover(dispatch.guard('textDocument/hover', null, handle));
};
