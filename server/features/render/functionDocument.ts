import { printSignature, type FunctionInfo } from '../../catalog/builtins/functionInfo';
import { markdownText, sqlBlock } from './markdownText';

/** Signatures and summary of a function, as Markdown. */
export function functionDocument(info: FunctionInfo): string {
  const signatures = info.signatures.map((signature) => printSignature(info.name, signature));
  return [
    sqlBlock(signatures.join('\n')),
    markdownText(info.summary),
    kindLine(info),
    ...(info.documented
      ? []
      : ['Known to Spark; not on the list of functions that Query Service documents.']),
  ].join('\n\n');
}

function kindLine(info: FunctionInfo): string {
  switch (info.kind) {
    case 'aggregate':
      return `Aggregate function (${info.family}); with OVER also a window function.`;
    case 'window':
      return `Window function (${info.family}): needs OVER.`;
    case 'generator':
      return `Gives rows (${info.family}).`;
    case 'model':
      return 'Table function of a trained model.';
    case 'scalar':
      return `Function (${info.family}).`;
  }
}
