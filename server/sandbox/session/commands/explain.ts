import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { openRows } from '../openRows';
import { translateQuery } from './query';

/** EXPLAIN query: the plan that the sandbox has for it, a line a row. */
export const openExplain: Opener = async (session, { statement, node }) => {
  const query = childOf(node, NodeKind.QueryStatement);
  if (!query) throw notSupported(statement, node, 'EXPLAIN of other than a query');
  const { database } = session.services;
  const translated = await translateQuery(session, statement, query);
  const prefix = 'EXPLAIN ';
  const sourceOffset = (offset: number): number =>
    translated.sourceOffset(Math.max(0, offset - prefix.length));
  try {
    const plan = await database.use((connection) => connection.runAndReadAll(prefix + translated.sql));
    const lines = String(plan.getRows()[0]?.[1] ?? '')
      .trimEnd()
      .split('\n');
    return await openRows(
      database,
      'EXPLAIN',
      ['QUERY PLAN'],
      lines.map((line) => [line]),
    );
  } catch (error) {
    throw fromDuckdb(error, { sql: prefix + translated.sql, sourceOffset });
  }
};
