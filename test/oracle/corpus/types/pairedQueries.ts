const columns = 's b y h i l f d n nw n0 dt ts bin ai sa st ast msi'.split(' ');

/** Queries that bring columns of two types together: set operations, joins, lists and subqueries. */
export function pairedQueries(): readonly string[] {
  return columns.flatMap((a, at) =>
    columns.flatMap((b, other) => [
      `SELECT ${a} AS v FROM scalars UNION ALL SELECT ${b} FROM scalars`,
      ...(at <= other ? [`SELECT ${a} AS v FROM scalars EXCEPT SELECT ${b} FROM scalars`] : []),
      ...(at % 3 === 0 ? [`SELECT x.${a} AS v FROM scalars x LEFT JOIN scalars y ON x.${a} = y.${b}`] : []),
      ...(at % 4 === 1 ? [`SELECT i FROM scalars WHERE ${a} IN (SELECT ${b} FROM scalars)`] : []),
    ]),
  );
}
