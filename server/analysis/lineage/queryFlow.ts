import type { SyntaxNode } from '../../sql/node';
import type { Meanings } from '../model';
import { union, unknownFlow, type Flow } from './flow';
import type { LineageWalker } from './lineageWalker';
import { queryOutput } from './queryOutput';

/** The value of a query's first column, and what decides which rows it has. */
export function queryFlow(
  walker: LineageWalker,
  meanings: Meanings,
  query: SyntaxNode,
  path: readonly string[],
): Flow {
  const [first] = queryOutput(meanings, query)?.columns ?? [];
  return union([first ? walker.column(first, path) : unknownFlow, walker.rows(meanings, query)]);
}
