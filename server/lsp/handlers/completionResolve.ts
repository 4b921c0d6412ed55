import { MarkupKind, type CompletionItem } from 'vscode-languageserver';
import type { Register } from './handler';

export const completionResolveHandler: Register = (context, dispatch) => {
  context.connection.onCompletionResolve((item, token) => {
    const resolve = dispatch.guard(
      'completionItem/resolve',
      item,
      (asked: CompletionItem): CompletionItem => {
        const proposal = context.proposals[Number(asked.data)];
        const value = proposal?.label === asked.label ? proposal.document?.() : undefined;
        return value === undefined
          ? asked
          : { ...asked, documentation: { kind: MarkupKind.Markdown, value } };
      },
    );
    return resolve(item, token);
  });
};
