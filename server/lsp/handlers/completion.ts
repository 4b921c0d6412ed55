import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { completion } from '../../features/completion/completion';
import { protoCompletionList } from '../toProto/completionItem';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

const none: CompletionList = { isIncomplete: false, items: [] };

export const completionHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, position }: CompletionParams): Promise<CompletionList> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return none;
    const { document, file, catalogPending } = opened;
    const list = completion(file, document.offsetAt(position));
    const range = protoRange(document, list.range);
    context.proposals = list.items;
    return protoCompletionList(
      { items: list.items, incomplete: list.incomplete || catalogPending },
      range,
      context.client,
    );
  };
  context.connection.onCompletion(dispatch.guard('textDocument/completion', none, handle));
};
