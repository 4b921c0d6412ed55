import type { QueryOutline } from '../support/queryOutline';

/** Names that only one of the two parsers finds. */
interface Comparison {
  readonly sql: string;
  readonly onlyOurs: readonly string[];
  readonly onlyTheirs: readonly string[];
}

interface Reason {
  readonly reason: string;
  readonly part: keyof QueryOutline;
  readonly applies: (comparison: Comparison) => boolean;
}

/** Why the other parser may see a query differently although ours is right. */
const reasons: readonly Reason[] = [
  {
    reason: 'a text, a number with a suffix or a typed literal counts as a column there',
    part: 'columns',
    applies: ({ sql, onlyOurs, onlyTheirs }) =>
      onlyOurs.length === 0 && onlyTheirs.every((name) => isLiteral(sql, name)),
  },
  {
    reason: 'a name in double quotes is a text there',
    part: 'columns',
    applies: ({ sql, onlyOurs, onlyTheirs }) =>
      onlyTheirs.length === 0 && onlyOurs.every((name) => sql.toLowerCase().includes(`"${name}"`)),
  },
  {
    reason: 'the parameters of a lambda function count as columns there',
    part: 'columns',
    applies: ({ sql, onlyOurs, onlyTheirs }) =>
      onlyOurs.length === 0 && onlyTheirs.length > 0 && sql.includes('->'),
  },
  {
    reason: 'CAST with a space behind it, and TIMESTAMP_NTZ, count as columns there',
    part: 'columns',
    applies: ({ onlyOurs, onlyTheirs, sql }) =>
      onlyOurs.length === 0 &&
      onlyTheirs.every((name) => /^(try_)?cast$|^timestamp_\w+$/.test(name) || isLiteral(sql, name)),
  },
  {
    reason: 'names that an alias gives to columns count as columns there',
    part: 'columns',
    applies: ({ sql, onlyOurs, onlyTheirs }) =>
      onlyOurs.length === 0 && onlyTheirs.every((name) => isNamedByAlias(sql, name)),
  },
  {
    reason: 'tables of a join in brackets are lost there',
    part: 'tables',
    applies: ({ sql, onlyOurs }) =>
      onlyOurs.length > 0 &&
      /\(\s*(\w+|`\w+`|\(.*\) \w+)(\s*\.\s*\w+)*( (AS )?\w+)?\s*(\)|.*\bJOIN\b)/is.test(sql),
  },
  {
    reason: 'the rows of VALUES count as tables there',
    part: 'tables',
    applies: ({ sql, onlyOurs, onlyTheirs }) =>
      onlyOurs.length === 0 && onlyTheirs.length > 0 && /\bFROM VALUES\b/i.test(sql),
  },
  {
    reason: 'a parameter in place of a database is taken apart there',
    part: 'tables',
    applies: ({ sql }) => /\$\w+\./.test(sql),
  },
  {
    reason: 'VALUES as a query is no query there',
    part: 'nesting',
    applies: ({ sql }) => /\bAS \(\s*VALUES\b/i.test(sql),
  },
  {
    reason: 'of a path with more than three names the last ones are lost there',
    part: 'columns',
    applies: ({ sql, onlyOurs }) => onlyOurs.length > 0 && /(?:[\w`]+\s*\.\s*){3}[\w`]+/.test(sql),
  },
];

/** The reason for which the parsers differ in one part of what they find; undefined if there is none. */
export function reasonFor(
  sql: string,
  part: keyof QueryOutline,
  ours: QueryOutline,
  theirs: QueryOutline,
): string | undefined {
  const without = (names: readonly string[], others: readonly string[]): readonly string[] =>
    names.filter((name) => !others.includes(name));
  const [own, other] = [list(ours[part]), list(theirs[part])];
  const comparison = { sql, onlyOurs: without(own, other), onlyTheirs: without(other, own) };
  return reasons.find((each) => each.part === part && each.applies(comparison))?.reason;
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function isLiteral(sql: string, name: string): boolean {
  const text = sql.toLowerCase();
  return text.includes(`'${name}'`) || /^\d/.test(name) || text.includes(`${name}'`);
}

/** The name is in a list of names behind another name, as in `t(a, b)`. */
function isNamedByAlias(sql: string, name: string): boolean {
  return [...sql.matchAll(/\w\s*\(([\w\s,`]+)\)/g)].some(([, names]) =>
    (names ?? '')
      .toLowerCase()
      .split(/[\s,`]+/)
      .includes(name),
  );
}
