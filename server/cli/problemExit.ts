import type { QueryProblem } from '../protocol/engine';
import { exitCode, type CommandHost } from './commandHost';
import { problemText } from './problemText';
import type { Query } from './readQuery';

/** Tells a problem; gives the exit code that stands for it. */
export function problemExit(host: CommandHost, problem: QueryProblem, query: Query): number {
  if (isConnectionProblem(problem)) {
    const hint = problem.hint === undefined ? [] : [`hint: ${problem.hint}`];
    host.stderr.line([`error: ${problem.message} (${problem.sqlState})`, ...hint].join('\n'));
    return exitCode.connection;
  }
  host.stderr.line(problemText(query, problem));
  return exitCode.failed;
}

/** The classes of PostgreSQL's states for connections and logins. */
export function isConnectionProblem({ sqlState }: QueryProblem): boolean {
  return sqlState !== undefined && (sqlState.startsWith('080') || sqlState.startsWith('28'));
}
