import { createRequire } from 'node:module';
import { type QueryOutline, sorted } from './queryOutline';

interface ForeignParser {
  parse(sql: string): {
    readonly tableList: readonly string[];
    readonly columnList: readonly string[];
    readonly ast: unknown;
  };
}

const load = createRequire(import.meta.url);

/** The dialects of node-sql-parser that accept most of ours, the one that accepts most first. */
const parsers = ['snowflake', 'mysql', 'athena', 'flinksql'].map((dialect): ForeignParser => {
  const { Parser } = load(`node-sql-parser/build/${dialect}`) as { Parser: new () => ForeignParser };
  return new Parser();
});

/** What node-sql-parser makes of a query; undefined when no dialect of it accepts the text. */
export function nodeSqlOutline(sql: string): QueryOutline | undefined {
  for (const parser of parsers) {
    try {
      const { tableList, columnList, ast } = parser.parse(sql);
      return {
        tables: sorted(tableList.map((entry) => tableOf(entry))),
        columns: sorted(columnList.map((entry) => columnOf(entry))),
        nesting: chainOf(Array.isArray(ast) ? (ast as unknown[])[0] : ast),
      };
    } catch {
      // This dialect of the other parser does not know the text: that is what is asked here.
    }
  }
  return undefined;
}

/** Of `select::schema::table`, where the schema may be null. */
function tableOf(entry: string): string {
  const [, schema, table = ''] = entry.split('::');
  return schema === 'null' || !schema ? table : `${schema.split('.').at(-1)}.${table}`;
}

/** Of `select::table::column`. */
function columnOf(entry: string): string {
  const column = entry.split('::').slice(2).join('::');
  return column === '(.*)' ? '*' : column;
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function isSelect(value: unknown): value is Tree {
  return isTree(value) && value['type'] === 'select';
}

function chainOf(select: unknown): string {
  if (!isSelect(select)) return '';
  const named = Array.isArray(select['with']) ? select['with'].map(commonTable).sort() : [];
  const inner = Object.entries(select).flatMap(([key, value]) =>
    key === 'with' || key === '_next' ? [] : queriesIn(value),
  );
  const next = isTree(select['_next']) ? ` ${operatorOf(select)} ${chainOf(select['_next'])}` : '';
  const names = named.length > 0 ? `{${named.join(' ')}}` : '';
  return `${names}[${inner.sort().join(' ')}]${next}`;
}

function operatorOf(select: Tree): string {
  return String(select['set_op']).replace(' distinct', '');
}

function commonTable(entry: unknown): string {
  if (!isTree(entry) || !isTree(entry['name'])) return '';
  const statement =
    isTree(entry['stmt']) && isTree(entry['stmt']['ast']) ? entry['stmt']['ast'] : entry['stmt'];
  return `${String(entry['name']['value']).toLowerCase()}=${chainOf(statement)}`;
}

function queriesIn(value: unknown): string[] {
  if (isSelect(value)) return [chainOf(value)];
  return isTree(value) ? Object.values(value).flatMap(queriesIn) : [];
}
