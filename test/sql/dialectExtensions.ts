import type { SyntaxProblem } from '../../server/sql/tree';

/** What Query Service knows beyond Spark, or refuses of it, and how to tell that a text is about it. */
interface Extension {
  readonly reason: string;
  /** `problem` is ours where we refuse, undefined where Spark does. */
  readonly applies: (sql: string, problem: SyntaxProblem | undefined) => boolean;
}

const extensions: readonly Extension[] = [
  {
    reason: 'A name may stand in double quotes, which in Spark hold a text',
    applies: (sql, problem) => problem === undefined && /\b(FROM|JOIN|INTO|TABLE|VIEW|AS) "\w+"/i.test(sql),
  },
  {
    reason: 'PostgreSQL writes a cast as value::type',
    applies: (sql, problem) => problem === undefined && sql.includes('::'),
  },
  {
    reason: "PostgreSQL's signs for LIKE: ~~, ~~*, !~~, !~~*",
    applies: (sql, problem) => problem === undefined && /!?~~\*?/.test(sql),
  },
  {
    reason:
      'The documentation lists forms of PostgreSQL: RECURSIVE, FETCH FIRST, FOR UPDATE, DISTINCT ON, USING an operator',
    applies: (sql, problem) =>
      problem === undefined &&
      /\bWITH RECURSIVE\b|\bFETCH (FIRST|NEXT)\b|\bOFFSET \S+ ROWS?\b|\bFOR UPDATE\b|\bDISTINCT ON\b/.test(
        sql,
      ),
  },
  {
    reason: 'A star may leave columns out: * EXCEPT (a, b)',
    applies: (sql, problem) => problem === undefined && /\* EXCEPT ?\(/.test(sql),
  },
];

/** Why we and Spark may differ on a text, if there is a reason. */
export function explanationOf(sql: string, problem: SyntaxProblem | undefined): string | undefined {
  return extensions.find(({ applies }) => applies(sql, problem))?.reason;
}
