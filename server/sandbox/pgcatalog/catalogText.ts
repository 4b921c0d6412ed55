import { catalogSchema, informationSchema } from './catalogTables';

/** The replacements that make a query of a client on PostgreSQL's catalog one for our tables. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/OPERATOR\s*\(\s*pg_catalog\.(!?~\*?)\s*\)/gi, '$1'],
  [/\s+COLLATE\s+(?:pg_catalog\.)?"?default"?/gi, ''],
  // A cast to one of PostgreSQL's alias types is there to print a name.
  [/::\s*(?:pg_catalog\.)?(?:regclass|regtype|regproc|regnamespace|oid)\b(?!\s*\[)/gi, ''],
  [/::\s*(?:pg_catalog\.)?"?(?:char|name)"?(?![\w"])/gi, '::varchar'],
  [/::\s*pg_catalog\./gi, '::'],
  [/\bAS\s+pg_catalog\.(\w+)\s*\)/gi, 'AS $1)'],
  [/\bpg_catalog\.unnest\b/gi, 'unnest'],
  [/(?<![\w."'])pg_(?!catalog\b)\w+/gi, `${catalogSchema}.$&`],
  [/\bpg_catalog\./gi, `${catalogSchema}.`],
  [/\binformation_schema\./gi, `${informationSchema}.`],
  // A pattern may match anywhere, where DuckDB's operator wants the whole text to match.
  [/([\w.]+)\s+!~\s+('(?:[^']|'')*')/g, 'NOT regexp_matches($1, $2)'],
  [/([\w.]+)\s+~\s+('(?:[^']|'')*')/g, 'regexp_matches($1, $2)'],
];

/** Such a query for our tables. It is SQL of PostgreSQL, not of the dialect, so it is not parsed. */
export function catalogText(sql: string): string {
  return replacements.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), sql);
}
