import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { textOf, type Statement } from '../../sql/tree';

/** What a single text literal says; `undefined` for what is none, has a prefix, or is put together later. */
export function textValue(statement: Statement, node: SyntaxNode): string | undefined {
  if (node.kind !== NodeKind.Literal || node.end !== node.first + 1) return undefined;
  const isText = statement.tokens.kinds[node.first] === TokenKind.String;
  const written = isText ? textOf(statement, node) : '';
  if (!/^'.*'$/s.test(written) || /[\\@$#]/.test(written)) return undefined;
  return written.slice(1, -1).replaceAll("''", "'");
}
