import { TokenKind as T } from './tokenKind';

/**
 * Pairs of words that begin a statement and continue none, so that a statement without its `;` ends before them.
 */
const certain = new Map<T, ReadonlySet<T>>([
  [
    T.CREATE,
    new Set([
      T.TABLE,
      T.OR,
      T.TEMP,
      T.TEMPORARY,
      T.VIEW,
      T.MODEL,
      T.AUDIENCE,
      T.DATABASE,
      T.SCHEMA,
      T.GLOBAL,
      T.EXTERNAL,
      T.NAMESPACE,
      T.FUNCTION,
    ]),
  ],
  [T.INSERT, new Set([T.INTO, T.OVERWRITE])],
  [T.DROP, new Set([T.TABLE, T.VIEW, T.MODEL, T.AUDIENCE, T.DATABASE, T.SCHEMA, T.TABLESAMPLE])],
  [T.ALTER, new Set([T.TABLE, T.VIEW, T.DATABASE, T.SCHEMA])],
  [T.ANALYZE, new Set([T.TABLE])],
  [
    T.SHOW,
    new Set([
      T.TABLES,
      T.VIEWS,
      T.DATABASES,
      T.SCHEMAS,
      T.MODELS,
      T.COLUMNS,
      T.DATAGROUPS,
      T.PRIMARY,
      T.FOREIGN,
      T.STATISTICS,
    ]),
  ],
  [T.EXPLAIN, new Set([T.SELECT, T.WITH, T.EXTENDED, T.FORMATTED, T.FORMAT, T.COST, T.CODEGEN])],
  [T.SET, new Set([T.Variable])],
  [T.UPDATE, new Set([T.MODEL])],
  [T.DELETE, new Set([T.FROM])],
  [T.MERGE, new Set([T.INTO])],
  [T.TRUNCATE, new Set([T.TABLE])],
  [T.BlockDelimiter, new Set([T.BEGIN])],
]);

/** May this token begin a statement that a statement without `;` before it cannot contain? */
export function mayStart(kind: T): boolean {
  return kind === T.SELECT || kind === T.WITH || certain.has(kind);
}

/** These two tokens, first on a line, begin a statement wherever they stand. */
export function certainlyStarts(kind: T, next: T): boolean {
  return certain.get(kind)?.has(next) ?? false;
}

/** A query may come right after these although a query stands before them. */
export function joinsQueries(kind: T): boolean {
  switch (kind) {
    case T.UNION:
    case T.INTERSECT:
    case T.EXCEPT:
    case T.MINUS:
    case T.ALL:
    case T.DISTINCT:
      return true;
    default:
      return false;
  }
}
