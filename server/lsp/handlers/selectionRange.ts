import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selectionRanges';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

export const selectionRangeHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument, positions }: SelectionRangeParams): Promise<SelectionRange[]> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return [];
    const { document, file } = opened;
    return positions.map((position) =>
      selectionRanges(file.tree, document.offsetAt(position)).reduceRight<SelectionRange>(
        (parent, range) => ({ range: protoRange(document, range), parent }),
        { range: protoRange(document, { start: 0, end: document.getText().length }) },
      ),
    );
  };
  context.connection.onSelectionRanges(dispatch.guard('textDocument/selectionRange', [], handle));
};
