import { data, leftAndRight } from './inlineData';

/** Joins of every type with every kind of condition, on keys with nulls and duplicates. */
export function joins(): readonly string[] {
  const types = ['JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL OUTER JOIN', 'LEFT SEMI JOIN', 'LEFT ANTI JOIN'];
  const conditions = [
    'ON l.k = r.k',
    'USING (k)',
    'ON l.k < r.k',
    'ON l.k = r.k AND r.y > 20',
    'ON l.k <=> r.k',
    'ON l.k = r.k OR l.x IS NULL',
  ];
  const queries = types.flatMap((type) => conditions.map((condition) => ({ type, condition })));
  return [
    ...queries.map(({ type, condition }) => `${leftAndRight} SELECT * FROM l ${type} r ${condition}`),
    ...queries
      .filter(({ type }) => !/SEMI|ANTI/.test(type))
      .flatMap(({ type, condition }) => [
        `${leftAndRight} SELECT l.k AS lk, r.k AS rk, y FROM l ${type} r ${condition} WHERE r.y IS NULL OR r.y > 10`,
        `${leftAndRight} SELECT x, count(r.y) AS n, sum(y) AS total FROM l ${type} r ${condition} GROUP BY x`,
      ]),
    `${leftAndRight} SELECT * FROM l CROSS JOIN r`,
    `${leftAndRight} SELECT * FROM l, r WHERE l.k = r.k`,
    `${leftAndRight} SELECT * FROM l NATURAL JOIN r`,
    `${leftAndRight} SELECT * FROM l NATURAL LEFT JOIN r`,
    `${leftAndRight} SELECT * FROM l NATURAL FULL OUTER JOIN r`,
  ];
}

/** Set operations on rows with nulls and duplicates. */
export function setOperations(): readonly string[] {
  const operators = ['UNION', 'UNION ALL', 'INTERSECT', 'INTERSECT ALL', 'EXCEPT', 'EXCEPT ALL', 'MINUS'];
  const sides = [
    ['SELECT k FROM l', 'SELECT k FROM r'],
    ['SELECT k, k + 1 AS next FROM l', 'SELECT k, y FROM r'],
    ['SELECT x FROM l', 'SELECT CAST(y AS string) FROM r'],
    ['SELECT k FROM l', 'SELECT k * 1.5 FROM r'],
    ['SELECT k FROM r WHERE false', 'SELECT k FROM l'],
  ];
  return operators.flatMap((operator) =>
    sides.flatMap(([one, other]) => [
      `${leftAndRight} ${one} ${operator} ${other}`,
      `${leftAndRight} SELECT count(*) AS n FROM (${one} ${operator} ${other}) u`,
    ]),
  );
}

/** Sorting: where nulls go, texts, limits. The unique `ts` breaks ties. */
export function sorting(): readonly string[] {
  const columns = ['g', 'i', 'd', 'n', 's', 'b', 'dt'];
  const directions = ['', 'DESC', 'ASC NULLS LAST', 'DESC NULLS FIRST'];
  return columns.flatMap((column) =>
    directions.map((direction, at) => {
      const rest = ['', ' LIMIT 3', ' LIMIT 2 OFFSET 2', ' OFFSET 5'][(at + column.length) % 4] as string;
      return `${data} SELECT ${column}, ts FROM data ORDER BY ${`${column} ${direction}`.trim()}, ts${rest}`;
    }),
  );
}

/** Window functions over every kind of frame. */
export function windowFrames(): readonly string[] {
  const functions = [
    'sum(i)',
    'count(s)',
    'avg(d)',
    'min(n)',
    'first_value(s)',
    'last_value(i)',
    'collect_list(i)',
  ];
  const windows = [
    '',
    'PARTITION BY g',
    'ORDER BY ts',
    'PARTITION BY g ORDER BY ts',
    'PARTITION BY g ORDER BY ts DESC',
    'ORDER BY ts ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING',
    'ORDER BY ts ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING',
    'ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING',
    'PARTITION BY g ORDER BY ts ROWS UNBOUNDED PRECEDING',
    'PARTITION BY g ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING',
    'ORDER BY i RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING',
    'ORDER BY ts RANGE BETWEEN INTERVAL 1 DAY PRECEDING AND CURRENT ROW',
  ];
  return functions.flatMap((call) =>
    windows
      .filter(
        (window) => !(call.includes('value') || call.includes('list')) || window.includes('ORDER BY ts'),
      )
      .map((window) => `${data} SELECT ts, ${call} OVER (${window}) AS v FROM data`),
  );
}

/** Groups: the forms of GROUP BY, and what they give for nulls and for no rows. */
export function grouping(): readonly string[] {
  const groupings = [
    'GROUP BY g',
    'GROUP BY g, b',
    'GROUP BY ROLLUP (g, b)',
    'GROUP BY CUBE (g, b)',
    'GROUP BY GROUPING SETS ((g), (b), ())',
    'GROUP BY g, b WITH ROLLUP',
    'GROUP BY g, b GROUPING SETS ((g, b), (g))',
  ];
  const items = ['g, count(*) AS n', 'g, sum(i) AS v, max(s) AS m', 'avg(n) AS v', 'count(DISTINCT s) AS v'];
  const twoColumns = groupings.filter((each) => each !== 'GROUP BY g');
  return [
    ...groupings.flatMap((group) => items.map((item) => `${data} SELECT ${item} FROM data ${group}`)),
    ...twoColumns.flatMap((group) => [
      `${data} SELECT g, b, sum(l) AS v FROM data ${group}`,
      `${data} SELECT g, b, count(*) AS n FROM data ${group} HAVING count(*) > 1`,
    ]),
    ...twoColumns
      .filter((group) => group !== 'GROUP BY g, b')
      .map(
        (group) =>
          `${data} SELECT g, b, grouping(g) AS gg, grouping_id() AS id, count(*) AS n FROM data ${group}`,
      ),
    ...items.map((item) => `${data} SELECT ${item} FROM data WHERE i > 100 GROUP BY g`),
  ];
}
