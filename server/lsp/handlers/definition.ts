import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import { definition } from '../../features/definition';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const definitionHandler: Register = (context, dispatch) => {
  const handle = async ({
    textDocument: { uri },
    position,
  }: DefinitionParams): Promise<Location | DefinitionLink[] | null> => {
    const opened = await context.open(uri);
    const found = opened && definition(opened.file, opened.document.offsetAt(position));
    if (!found) return null;
    const range = protoRange(opened.document, found.to);
    if (!context.client.linksDefinitions) return { uri, range };
    const originSelectionRange = protoRange(opened.document, found.from);
    return [{ targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange }];
  };
  context.connection.onDefinition(dispatch.guard('textDocument/definition', null, handle));
};
