import type { AnalyzedStatement, FileModel } from '../../analysis/analyzeFile';

/** The statement of the file at an offset: the last one that starts at or before it. */
export function statementOf(file: FileModel, offset: number): AnalyzedStatement {
  const { statements } = file;
  let low = 0;
  let high = statements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((statements[middle] as AnalyzedStatement).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return statements[low] as AnalyzedStatement;
}
