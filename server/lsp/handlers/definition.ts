import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import { definition, type DefinitionTarget } from '../../features/definition';
import type { OpenFile, ServerContext } from '../context';
import { protoRange } from '../toProto/range';
import { clientFile } from '../workspace/fileDocuments';
import type { Register } from './handler';

export const definitionHandler: Register = (context, dispatch) => {
  const handle = async ({
    textDocument: { uri },
    position,
  }: DefinitionParams): Promise<Location | Location[] | DefinitionLink[] | null> => {
    const asked = async () => {
      const opened = await context.open(uri);
      const found = opened && definition(opened, opened.document.offsetAt(position));
      return found && { opened, found };
    };
    // What the file or the catalog tells is told at once; other files may still have to be read.
    const answer = (await asked()) ?? (await context.workspaces.allRead().then(asked));
    if (!answer) return null;
    const { opened, found } = answer;
    const places = await Promise.all(found.targets.map((target) => placeOf(context, opened, target)));
    const locations = places.filter((place) => place !== undefined);
    const [first, second] = locations;
    if (!first) return null;
    if (!context.client.linksDefinitions) return second ? locations : first;
    const originSelectionRange = protoRange(opened.document, found.from);
    return locations.map(({ uri: targetUri, range }) => {
      return { targetUri, targetRange: range, targetSelectionRange: range, originSelectionRange };
    });
  };
  context.connection.onDefinition(dispatch.guard('textDocument/definition', null, handle));
};

async function placeOf(
  context: ServerContext,
  opened: OpenFile,
  target: DefinitionTarget,
): Promise<Location | undefined> {
  if (target.kind === 'catalog') return context.placeInCatalog(opened.document.uri, target);
  const { uri, document } = clientFile(context, opened, target.uri);
  return { uri, range: protoRange(document, target.range) };
}
