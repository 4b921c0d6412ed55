import { DatabaseError } from 'pg';
import type { QueryProblem } from '../protocol/engine';

/** A query that the server refused, or one that could not be sent. */
export class QueryError extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.message);
  }
}

/** No session could be had: the server is not there, or does not let us in. */
export class ConnectionError extends QueryError {}

/** States of problems that we find ourselves (PostgreSQL's `errcodes.txt`). */
export const sqlState = {
  cannotConnect: '08001',
  connectionLost: '08006',
} as const;

/** What an error of `pg` says of `sql`. */
export function queryProblem(error: unknown, sql: string): QueryProblem {
  if (error instanceof QueryError) return error.problem;
  if (!(error instanceof DatabaseError)) return otherProblem(error);
  const hint = [error.detail, error.hint].filter((text) => text !== undefined && text !== '').join('\n');
  const offset = offsetOf(error.position, sql);
  return {
    ...(error.code === undefined ? {} : { sqlState: error.code }),
    message: error.message,
    ...(hint === '' ? {} : { hint }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** The words of `pg` for a connection that ended, which has no code for it. */
const connectionEnded = /^Connection terminated|^Client (?:has encountered|was closed)/;

function otherProblem(error: unknown): QueryProblem {
  const message = messageOf(error);
  const isOfNetwork = (error as NodeJS.ErrnoException).syscall !== undefined || connectionEnded.test(message);
  return isOfNetwork
    ? { sqlState: sqlState.connectionLost, message: `The connection was lost: ${message}` }
    : { message };
}

export function messageOf(error: unknown): string {
  // Node gives the failures of a name with several addresses as one error without a text.
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** Of DuckDB's messages the first line says what is wrong; the others give advice on settings of its own. */
export function firstLine(error: unknown): string {
  return messageOf(error).split('\n', 1)[0] ?? '';
}

/** PostgreSQL counts characters, not UTF-16 units, from 1. */
function offsetOf(position: string | undefined, sql: string): number | undefined {
  const characters = Number(position) - 1;
  if (position === undefined || !(characters >= 0)) return undefined;
  let offset = 0;
  for (let seen = 0; seen < characters && offset < sql.length; seen++) {
    offset += (sql.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  }
  return offset;
}
