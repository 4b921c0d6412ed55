import type { TextRange } from '../base/textRange';
import type { SyntaxNode } from '../sql/node';
import { TokenKind } from '../sql/tokenKind';
import { rangeOf, statementAt, type Statement, type SyntaxTree } from '../sql/tree';

/** What a growing selection takes in from an offset on: word, expression, clause, query, statement, file. */
export function selectionRanges(tree: SyntaxTree, offset: number): readonly TextRange[] {
  const { statement, offset: start } = statementAt(tree, offset);
  const at = offset - start;
  const ranges = [...tokenRanges(statement, at), ...nodeRanges(statement, at)].map((range) => ({
    start: range.start + start,
    end: range.end + start,
  }));
  return growing([...ranges, { start: 0, end: tree.text.length }]);
}

/** The token at an offset; of a string its content first. */
function tokenRanges(statement: Statement, at: number): readonly TextRange[] {
  const { kinds, starts, count } = statement.tokens;
  let token = 0;
  while (token + 1 < count && (starts[token + 1] as number) <= at) token++;
  if (token > 0 && starts[token] === at && kinds[token] === TokenKind.Whitespace) token--;
  if (token >= count || kinds[token] === TokenKind.Whitespace) return [];
  const range = { start: starts[token] as number, end: starts[token + 1] as number };
  if (!isQuoted(kinds[token] as TokenKind) || range.end - range.start < 2) return [range];
  const open = statement.text.slice(range.start).search(/['"`]/);
  const inner = { start: range.start + open + 1, end: range.end - 1 };
  return inner.start <= at && at <= inner.end ? [inner, range] : [range];
}

function isQuoted(kind: TokenKind): boolean {
  return kind === TokenKind.String || kind === TokenKind.DoubleQuoted || kind === TokenKind.BackQuoted;
}

/** The nodes around an offset, the innermost first. */
function nodeRanges(statement: Statement, at: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let node: SyntaxNode | undefined = statement.root;
  while (node) {
    ranges.unshift(rangeOf(statement, node));
    node = node.children.find((child) => {
      const { start, end } = rangeOf(statement, child);
      return start <= at && at <= end;
    });
  }
  return ranges;
}

/** Only ranges that take in all of the one before and more. */
function growing(ranges: readonly TextRange[]): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (range.end <= range.start && kept.length === 0) continue;
    if (
      !last ||
      (range.start <= last.start && range.end >= last.end && range.end - range.start > last.end - last.start)
    ) {
      kept.push(range);
    }
  }
  return kept;
}
