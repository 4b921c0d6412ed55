import type { DuckDBConnection } from '@duckdb/node-api';
import { checkRuleTypes } from './checkRuleTypes';
import { fieldsOf, parsePql } from './parsePql';
import { profileQuery } from './profileFragments';
import { ruleSql } from './ruleSql';

/** The query of the members of a rule. Throws a `PqlProblem`. */
export async function membersQuery(connection: DuckDBConnection, rule: string): Promise<string> {
  const parsed = parsePql(rule);
  const { sql, columns, kinds } = await profileQuery(connection, fieldsOf(parsed));
  checkRuleTypes(parsed, kinds);
  return `SELECT namespace, CAST(identity AS VARCHAR) AS identity FROM (${sql}) WHERE ${ruleSql(parsed, columns)}`;
}

/**
 * Puts the members of a rule in the place of those before; answers how many there are. Call it in a transaction.
 * A profile that was a member before keeps the time at which it became one.
 */
export async function evaluateSegment(
  connection: DuckDBConnection,
  segment: { readonly id: string; readonly rule: string; readonly now: number },
): Promise<number> {
  const query = await membersQuery(connection, segment.rule);
  await connection.run(
    `CREATE OR REPLACE TEMPORARY TABLE segment_found AS
     SELECT found.namespace, found.identity, coalesce(before.qualified, $2) AS qualified
     FROM (${query}) AS found
     LEFT JOIN platform.segment_member AS before
       ON before.segment_id = $1 AND before.namespace = found.namespace AND before.identity = found.identity`,
    [segment.id, BigInt(segment.now)],
  );
  await removeMembers(connection, segment.id);
  await connection.run('INSERT INTO platform.segment_member SELECT $1, * FROM segment_found', [segment.id]);
  const counted = await connection.runAndReadAll('SELECT count(*) FROM segment_found');
  await connection.run('DROP TABLE segment_found');
  return Number(counted.getRows()[0]?.[0] as bigint);
}

export async function removeMembers(connection: DuckDBConnection, segmentId: string): Promise<void> {
  await connection.run('DELETE FROM platform.segment_member WHERE segment_id = $1', [segmentId]);
}

/** The audiences that a profile is in, with the time in milliseconds since 1970 at which it came in. */
export async function segmentsOf(
  connection: DuckDBConnection,
  { namespace, identity }: { readonly namespace: string; readonly identity: string },
): Promise<readonly { readonly segmentId: string; readonly qualified: number }[]> {
  const found = await connection.runAndReadAll(
    `SELECT segment_id, qualified FROM platform.segment_member
     WHERE lower(namespace) = lower($1) AND identity = $2 ORDER BY segment_id`,
    [namespace, identity],
  );
  return found
    .getRows()
    .map(([segmentId, qualified]) => ({ segmentId: segmentId as string, qualified: Number(qualified) }));
}
