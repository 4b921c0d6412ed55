import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { tokenText, type Statement } from '../../../sql/tree';
import type { SyntaxNode } from '../../../sql/node';
import { listDatasets } from '../../store/datasets';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { openRows } from '../openRows';
import { planJson, planLines, queryPlan } from '../queryPlan';
import { translateQuery } from './query';

/** EXPLAIN [FORMAT TEXT|JSON] query: the plan that the sandbox has for it, a line a row, or as one JSON text. */
export const openExplain: Opener = async (session, { statement, node }) => {
  const query = childOf(node, NodeKind.QueryStatement);
  if (!query) throw notSupported(statement, node, 'EXPLAIN of other than a query');
  const { database } = session.services;
  const translated = await translateQuery(session, statement, query);
  const prefix = 'EXPLAIN (FORMAT JSON) ';
  const sourceOffset = (offset: number): number =>
    translated.sourceOffset(Math.max(0, offset - prefix.length));
  const steps = await database.use(async (connection) => {
    const explained = await connection.runAndReadAll(prefix + translated.sql).catch((error: unknown) => {
      throw fromDuckdb(error, { sql: prefix + translated.sql, sourceOffset });
    });
    return queryPlan(String(explained.getRows()[0]?.[1]), await listDatasets(connection));
  });
  const lines = asksForJson(statement, node, query) ? [planJson(steps)] : planLines(steps);
  return await openRows(
    database,
    'EXPLAIN',
    ['QUERY PLAN'],
    lines.map((line) => [line]),
  );
};

function asksForJson(statement: Statement, explain: SyntaxNode, query: SyntaxNode): boolean {
  for (let token = explain.first; token < query.first; token++) {
    if (/^json$/i.test(tokenText(statement, token))) return true;
  }
  return false;
}
