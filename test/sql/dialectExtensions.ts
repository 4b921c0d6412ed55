import { descendants, childOf, childrenOf } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import { parse } from '../../server/sql/parse';
import { isKeyword, type TokenKind } from '../../server/sql/tokenKind';
import { type SyntaxProblem, textOf } from '../../server/sql/tree';

/** Why the parser and Spark's may differ on a text, where that is so, and how to tell that a text is about it. */
interface Difference {
  /** What it is, and where it is said. */
  readonly reason: string;
  readonly applies: (sql: string) => boolean;
}

/** What Spark refuses and we accept. */
const extensions: readonly Difference[] = [
  {
    reason:
      'Query Service, SQL syntax: names and aliases may stand in double quotes, which in Spark hold a text; behind VALUES in FROM Spark takes neither',
    applies: (sql) => /\b(FROM|JOIN|INTO|TABLE|VIEW|AS|FROM VALUES) "\w+"/i.test(sql),
  },
  {
    reason: 'PostgreSQL, type casts: value::type',
    applies: (sql) => sql.includes('::'),
  },
  {
    reason: "Query Service, SQL syntax: PostgreSQL's signs for LIKE, ~~, ~~*, !~~, !~~*",
    applies: (sql) => /!?~~\*?/.test(sql),
  },
  {
    reason:
      'Query Service, SQL syntax: the forms of PostgreSQL RECURSIVE, FETCH FIRST, FOR UPDATE, DISTINCT ON, USING an operator',
    applies: (sql) =>
      /\bWITH RECURSIVE\b|\bFETCH (FIRST|NEXT)\b|\bOFFSET \S+ ROWS?\b|\bFOR UPDATE\b|\bDISTINCT ON\b/.test(
        sql,
      ),
  },
  {
    reason: 'Query Service, SQL syntax: a grouping element may be ()',
    applies: (sql) => /\bGROUP BY \(\)/.test(sql),
  },
  {
    reason:
      'Query Service, data types of columns: text, double precision, timestamp with time zone and varchar without a length, as clients of PostgreSQL write them',
    applies: (sql) => /\bAS (text|double precision|timestamp with(out)? time zone|varchar)\)/i.test(sql),
  },
  {
    reason: 'Query Service, parameterized queries: $name stands for any text, also inside a word',
    applies: (sql) => /\w\$\w/.test(sql),
  },
  {
    reason:
      'Databricks, SELECT: a star may leave out columns or exchange them, * EXCEPT, EXCLUDE or REPLACE (...)',
    applies: (sql) => /\* (EXCEPT|EXCLUDE|REPLACE) ?\(/.test(sql),
  },
  {
    reason: 'Databricks, SELECT: QUALIFY',
    applies: (sql) => /\bQUALIFY\b/.test(sql),
  },
  {
    reason:
      'A fault of Spark 3.5: it reads the value column of UNPIVOT twice and stumbles over a space in its name',
    applies: (sql) => /\bUNPIVOT ?\(( ?\([^)]*)?`\w+ \w+`/.test(sql),
  },
  {
    reason: 'Two common table expressions of one name are reported, by the rule duplicate-name',
    applies: hasEqualNames,
  },
];

/** What Spark accepts and we refuse. */
const restrictions: readonly Difference[] = [
  {
    reason:
      'Query Service, SQL syntax: keywords are no names unless they are quoted (with the keyword in back quotes we accept the text)',
    applies: isAboutKeyword,
  },
  {
    reason:
      'Query Service, SQL syntax: what stands in double quotes is no part of a text in single quotes before it',
    applies: (sql) => /['"] "\w+"/.test(sql),
  },
  {
    reason:
      "Spark's parser takes a star for any operand, and its analyzer then refuses it; we say so at once",
    applies: (sql) => /(?:[-+<!]|OFFSET) \*/.test(sql),
  },
  {
    reason:
      'Hive, several SELECTs behind one FROM: undocumented for Query Service, and only for writes into many tables',
    applies: (sql) => /^FROM \w+ SELECT .* SELECT /.test(sql),
  },
];

/** Why we and Spark may differ on a text, if there is a reason; `problem` is ours where we refuse, undefined where Spark does. */
export function explanationOf(sql: string, problem: SyntaxProblem | undefined): string | undefined {
  const differences = problem === undefined ? extensions : restrictions;
  return differences.find(({ applies }) => applies(sql))?.reason;
}

function hasEqualNames(sql: string): boolean {
  return parse(sql).statements.some(({ statement }) =>
    [...descendants(statement.root)].some((node) => {
      if (node.kind !== NodeKind.WithClause) return false;
      const names = childrenOf(node, NodeKind.CommonTable).map((table) => {
        const name = childOf(table, NodeKind.Name);
        return name && textOf(statement, name);
      });
      return new Set(names).size < names.length;
    }),
  );
}

/** With one or two of its keywords in back quotes we accept the text. */
function isAboutKeyword(sql: string): boolean {
  const places = keywordsOf(sql);
  const quote = (text: string, { start, end }: Place): string =>
    `${text.slice(0, start)}\`${text.slice(start, end)}\`${text.slice(end)}`;
  return places.some((first, at) => {
    const once = quote(sql, first);
    return isAccepted(once) || places.slice(0, at).some((second) => isAccepted(quote(once, second)));
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function keywordsOf(sql: string): readonly Place[] {
  return parse(sql).statements.flatMap(({ offset, statement: { tokens } }) =>
    [...tokens.kinds.subarray(0, tokens.count)].flatMap((kind, at) =>
      isKeyword(kind as TokenKind)
        ? [{ start: offset + (tokens.starts[at] as number), end: offset + (tokens.starts[at + 1] as number) }]
        : [],
    ),
  );
}

function isAccepted(sql: string): boolean {
  return parse(sql).statements.every(({ statement }) =>
    statement.problems.every(({ severity }) => severity !== 'error'),
  );
}
