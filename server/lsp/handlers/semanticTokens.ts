import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver';
import { semanticTokens, semanticTokenTypes } from '../../features/semanticTokens';
import type { Register } from './handler';

/** The bit of the one modifier of the legend. */
const declaration = 1;

export const semanticTokensHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument }: SemanticTokensParams): Promise<SemanticTokens> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return { data: [] };
    const builder = new SemanticTokensBuilder();
    for (const { start, end, type, isDeclaration } of semanticTokens(opened.file)) {
      const { line, character } = opened.document.positionAt(start);
      const modifiers = isDeclaration ? declaration : 0;
      builder.push(line, character, end - start, semanticTokenTypes.indexOf(type), modifiers);
    }
    return builder.build();
  };
  context.connection.languages.semanticTokens.on(
    dispatch.guard('textDocument/semanticTokens/full', { data: [] }, handle),
  );
};
