import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { ownToken, rangeOf } from '../../../sql/tree';
import { TokenKind } from '../../../sql/tokenKind';
import { SqlError, sqlStates } from '../../session/sqlError';
import { joined, made, nothing, type Fragment } from '../fragment';
import { intoClause } from '../intoClause';
import { nameOf, wholeNumber } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** The largest LIMIT that the Platform takes. */
const largestLimit = 100_000n;

/** Brings the names of common tables into scope, and applies the rules about limits to the outermost query. */
export function query(t: Translation, node: SyntaxNode): Fragment {
  const isApproximate = ownToken(t.statement, node, TokenKind.WITHAPPROXIMATE) >= 0;
  if (isApproximate && !isOutermost(node))
    throw notSupported(t.statement, node, 'WITHAPPROXIMATE in a subquery');
  const withClause = childOf(node, NodeKind.WithClause);
  const tables = withClause ? childrenOf(withClause, NodeKind.CommonTable) : [];
  const names = tables.flatMap((table) => commonTableName(t, table));
  return t.commonTables.within(names, () => (isOutermost(node) ? outermost(t, node) : t.copy(node)));
}

function commonTableName(t: Translation, table: SyntaxNode): readonly string[] {
  const name = childOf(table, NodeKind.Name);
  return name ? [nameOf(t.statement, name)] : [];
}

/** Its rows go to the client, at once or through a cursor. */
export function isOutermost({ parent }: SyntaxNode): boolean {
  if (parent?.kind === NodeKind.DeclareCursor) return true;
  return parent?.kind === NodeKind.QueryStatement && !intoClause(parent);
}

/** `LIMIT 0` asks for all rows; without LIMIT there is the cap. */
function outermost(t: Translation, node: SyntaxNode): Fragment {
  const limit = childOf(node, NodeKind.LimitClause);
  if (limit) {
    const rows = wholeNumber(t.statement, limit.children[0]);
    if (rows !== undefined && rows > largestLimit) throw aboveLimit(t, limit, rows);
    return t.copyWithout(node, (child) => child === limit && rows === 0n);
  }
  const { rowCap } = t.environment;
  const { end } = rangeOf(t.statement, node);
  return joined([t.copy(node), rowCap === undefined ? nothing : made(`\nLIMIT ${rowCap}`, end)]);
}

function aboveLimit(t: Translation, limit: SyntaxNode, rows: bigint): SqlError {
  return new SqlError(sqlStates.limitExceeded, 'Limit exceeded', {
    detail: `LIMIT ${rows} is above the largest one, ${largestLimit}`,
    offset: rangeOf(t.statement, limit).start,
  });
}
