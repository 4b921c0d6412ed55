import { MarkupKind, type SignatureHelp, type SignatureHelpParams } from 'vscode-languageserver';
import { signatureHelp } from '../../features/signatureHelp';
import type { Register } from './handler';

export const signatureHelpHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, position }: SignatureHelpParams): Promise<SignatureHelp | null> => {
    const opened = await context.open(textDocument.uri);
    const help = opened && signatureHelp(opened.file, opened.document.offsetAt(position));
    if (!help) return null;
    const signatures = help.signatures.map(({ label, parameters, markdown }) => ({
      label,
      documentation: { kind: MarkupKind.Markdown, value: markdown },
      parameters: parameters.map(([start, end]) => ({ label: [start, end] as [number, number] })),
    }));
    return { signatures, activeSignature: help.activeSignature, activeParameter: help.activeParameter };
  };
  context.connection.onSignatureHelp(dispatch.guard('textDocument/signatureHelp', null, handle));
};
