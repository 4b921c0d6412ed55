import type { TextRange } from '../base/textRange';
import type { SyntaxTree } from '../sql/tree';
import { statements } from './statements';

export interface CodeLens {
  readonly range: TextRange;
  readonly title: string;
  readonly action: 'run' | 'export';
}

/** What can be done with each statement of a file: run it, and export the rows of what gives some. */
export function codeLenses(tree: SyntaxTree): readonly CodeLens[] {
  return statements(tree).flatMap(({ range, returnsRows }): readonly CodeLens[] => [
    { range, title: 'Run', action: 'run' },
    ...(returnsRows ? [{ range, title: 'Export', action: 'export' } as const] : []),
  ]);
}
