import type { Random } from './random';

/** A query over the tables `t (a, b, c, d)` and `u (e, f, g)` of whole numbers, with the names of its columns. */
export interface RandomQuery {
  readonly sql: string;
  readonly columns: readonly string[];
}

/**
 * Queries that mean the same in Spark and in DuckDB and give the same rows each time, in any order. DISTINCT is left
 * out: which rows it drops is no matter of one column.
 */
export function randomQuery(random: Random, depth: number): RandomQuery {
  const kind = depth === 0 ? 'select' : random.pick(['select', 'select', 'select', 'set', 'with']);
  if (kind === 'set') return setOperation(random, depth);
  return kind === 'with' ? withQuery(random, depth) : select(random, depth);
}

function setOperation(random: Random, depth: number): RandomQuery {
  const width = 1 + random.below(2);
  const left = select(random, depth - 1, width);
  const right = select(random, depth - 1, width);
  const operator = random.pick(['UNION ALL', 'EXCEPT', 'INTERSECT']);
  return { sql: `${left.sql} ${operator} ${right.sql}`, columns: left.columns };
}

let names = 0;

function newName(): string {
  return `x${names++}`;
}

function withQuery(random: Random, depth: number): RandomQuery {
  const inner = randomQuery(random, depth - 1);
  const name = newName();
  const from = { sql: `${name} AS l`, columns: inner.columns.map((column) => `l.${column}`) };
  const outer = selectFrom(random, from, undefined);
  return { sql: `WITH ${name} AS (${inner.sql}) ${outer.sql}`, columns: outer.columns };
}

function select(random: Random, depth: number, width?: number): RandomQuery {
  return selectFrom(random, relation(random, depth), width);
}

interface From {
  readonly sql: string;
  readonly columns: readonly string[];
}

function relation(random: Random, depth: number): From {
  const left = oneRelation(random, depth, 'l');
  if (random.chance(0.6)) return left;
  const right = oneRelation(random, 0, 'r');
  const join = random.pick(['JOIN', 'LEFT JOIN']);
  const on = `${random.pick(left.columns)} = ${random.pick(right.columns)}`;
  return { sql: `${left.sql} ${join} ${right.sql} ON ${on}`, columns: [...left.columns, ...right.columns] };
}

function oneRelation(random: Random, depth: number, alias: string): From {
  if (depth > 0) {
    const { sql, columns } = randomQuery(random, depth - 1);
    return { sql: `(${sql}) AS ${alias}`, columns: columns.map((column) => `${alias}.${column}`) };
  }
  const [table, columns] = random.pick([
    ['t', ['a', 'b', 'c', 'd']],
    ['u', ['e', 'f', 'g']],
  ] as const);
  return { sql: `${table} AS ${alias}`, columns: columns.map((column) => `${alias}.${column}`) };
}

function selectFrom(random: Random, from: From, width = 1 + random.below(3)): RandomQuery {
  const where = random.chance(0.4) ? ` WHERE ${condition(random, from.columns)}` : '';
  const key = random.chance(0.3) ? random.pick(from.columns) : undefined;
  const items = Array.from({ length: width }, () =>
    key === undefined ? value(random, from.columns, 2) : grouped(random, from.columns, key),
  );
  const columns = items.map(newName);
  const list = items.map((item, index) => `${item} AS ${columns[index]}`).join(', ');
  const group = key === undefined ? '' : ` GROUP BY ${key}${having(random, from.columns)}`;
  return { sql: `SELECT ${list} FROM ${from.sql}${where}${group}`, columns };
}

function having(random: Random, columns: readonly string[]): string {
  return random.chance(0.3) ? ` HAVING max(${random.pick(columns)}) > ${random.below(4)}` : '';
}

function grouped(random: Random, columns: readonly string[], key: string): string {
  const column = random.pick(columns);
  return random.pick([
    key,
    `${key} + 1`,
    'count(*)',
    `sum(${column})`,
    `max(CASE WHEN ${condition(random, columns)} THEN ${column} END)`,
    `count(${column}) FILTER (WHERE ${condition(random, columns)})`,
  ]);
}

function value(random: Random, columns: readonly string[], depth: number): string {
  const column = random.pick(columns);
  if (depth === 0) return column;
  const other = () => value(random, columns, depth - 1);
  return random.pick([
    () => column,
    () => column,
    () => '7',
    () => `${other()} + ${other()}`,
    () => `coalesce(${other()}, ${other()})`,
    () => `CASE WHEN ${condition(random, columns)} THEN ${other()} ELSE ${other()} END`,
    () => `sum(${column}) OVER (PARTITION BY ${random.pick(columns)} ORDER BY ${random.pick(columns)})`,
    () => `rank() OVER (ORDER BY ${random.pick(columns)})`,
    () => `(SELECT max(u.e) FROM u WHERE u.f = ${column})`,
  ])();
}

function condition(random: Random, columns: readonly string[]): string {
  const column = random.pick(columns);
  return random.pick([
    () => `${column} > ${random.below(4)}`,
    () => `${column} IS NOT NULL`,
    () => `${column} IN (SELECT u.g FROM u WHERE u.e > ${random.below(4)})`,
    () => `EXISTS (SELECT 1 FROM u WHERE u.f = ${column})`,
    () => `${column} < ${random.pick(columns)}`,
  ])();
}
