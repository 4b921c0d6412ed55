import { stringValue, wholeNumber } from '../nodes';
import { quoted } from '../../store/sqlText';
import { separated, type Fragment } from '../fragment';
import type { SyntaxNode } from '../../../sql/node';
import { isScalar, isVoid } from '../duckdbType';
import type { Translation } from '../translation';
import { javaReplacement } from './javaReplacement';
import { type Build, built, computed, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const stringFunctions: FunctionTable = [
  ...each('ascii lower lcase md5 repeat rtrim ltrim trim sha1 translate', same),
  ...each('contains starts_with ends_with', same),
  ['startswith', renamed('starts_with')],
  ['endswith', renamed('ends_with')],
  ...each('split_part hex', same),
  ...each('find_in_set regexp_substr regexp_instr url_encode url_decode', macro),
  ...each('conv soundex luhn_check', computed),
  ['unhex', built((make, [text]) => text && make`TRY(unhex(${text}))`)],
  ['btrim', renamed('trim')],
  [
    'space',
    built((make, [count]) => count && make`repeat(' ', CASE WHEN ${count} < 0 THEN 0 ELSE ${count} END)`),
  ],
  [
    'bit_length',
    built((make, _, { t, arguments: [node] }) => node && make`(8 * octet_length(${bytesOf(t, node)}))`),
  ],
  [
    'octet_length',
    built((make, _, { t, arguments: [node] }) => node && make`octet_length(${bytesOf(t, node)})`),
  ],
  ['binary', built((_make, _args, { t, arguments: [node] }) => node && bytesOf(t, node))],
  ['base64', renamed('to_base64')],
  [
    'replace',
    built((make, [text, part, by]) => text && part && make`replace(${text}, ${part}, ${by ?? "''"})`),
  ],
  [
    'reverse',
    built((make, [value], { t, arguments: [node] }) => {
      const isArray = node && t.environment.typeOf(node)?.kind === 'array';
      return value && (isArray ? make`list_reverse(${value})` : make`reverse(${value})`);
    }),
  ],
  ['unbase64', built((make, [text]) => text && make`TRY(from_base64(${text}))`)],
  [
    'overlay',
    built(
      (make, [text, part, start, count]) =>
        text && part && start && make`spark.overlay(${text}, ${part}, ${start}, ${count ?? '-1'})`,
    ),
  ],
  [
    'str_to_map',
    built(
      (make, [text, pairs, pair]) =>
        text && make`spark.str_to_map(${text}, ${pair ?? "':'"}, ${pairs ?? "','"})`,
    ),
  ],
  [
    'mask',
    built(
      (make, [text, upper = make`'X'`, lower = make`'x'`, digit = make`'n'`, other = make`NULL`]) =>
        text && make`spark_mask(${text}, ${upper}, ${lower}, ${digit}, ${other})`,
    ),
  ],
  ['levenshtein', built(levenshtein)],
  [
    'elt',
    built(
      (make, [at, ...texts]) =>
        at && texts.length > 0 && make`[${separated(texts, ', ', 0)}][nullif(greatest(${at}, 0), 0)]`,
    ),
  ],
  ['encode', computed],
  [
    'decode',
    built((make, [value, first, ...more]) => {
      if (!value || !first) return undefined;
      return more.length > 0
        ? decoded(make, value, [first, ...more])
        : make`spark_decode(${value}, ${first})`;
    }),
  ],
  [
    'regexp_extract_all',
    built(
      (make, [text, pattern, group]) =>
        text && pattern && make`regexp_extract_all(${text}, ${pattern}, ${group ?? '1'})`,
    ),
  ],
  [
    'regexp_count',
    built((make, [text, pattern]) => text && pattern && make`len(regexp_extract_all(${text}, ${pattern}))`),
  ],
  [
    'like',
    built(
      (make, [text, pattern, escape]) =>
        text && pattern && make`(${text} LIKE ${pattern} ESCAPE ${escape ?? "'\\'"})`,
    ),
  ],
  [
    'ilike',
    built(
      (make, [text, pattern, escape]) =>
        text && pattern && make`(${text} ILIKE ${pattern} ESCAPE ${escape ?? "'\\'"})`,
    ),
  ],
  [
    'parse_url',
    built((make, [url, part, key]) => {
      if (!url || !part) return undefined;
      return key
        ? make`spark_url_query_value(${url}, ${part}, ${key})`
        : make`spark_url_part(${url}, ${part})`;
    }),
  ],
  [
    'to_binary',
    built((make, [text, format]) => text && make`spark_to_binary(${text}, ${format ?? "'hex'"})`),
  ],
  [
    'try_to_binary',
    built((make, [text, format]) => text && make`spark_try_to_binary(${text}, ${format ?? "'hex'"})`),
  ],
  [
    'sentences',
    built(
      (make, [text, language, country]) =>
        text && make`spark_sentences(${text}, ${language ?? "''"}, ${country ?? "''"})`,
    ),
  ],
  ['uuid', built((make) => make`CAST(uuid() AS VARCHAR)`)],
  ...each('length len char_length character_length', built(lengthOf)),
  ...each('left right upper chr', macro),
  ['ucase', renamed('spark.upper')],
  ['char', renamed('spark.chr')],
  [
    'concat_ws',
    built((make, [delimiter, ...parts]) =>
      delimiter && parts.length > 0
        ? make`concat_ws(${delimiter}, ${separated(
            parts.map((part) => make`spark.part(${part}, ${delimiter})`),
            ', ',
            0,
          )})`
        : undefined,
    ),
  ],
  ...pads('lpad'),
  ...pads('rpad'),
  ['sha', renamed('sha1')],
  // A null part makes the whole null, which DuckDB's concat leaves out.
  [
    'concat',
    built((make, [first = make`''`, ...rest]) =>
      rest.reduce((all, next) => make`(${all} || ${next})`, first),
    ),
  ],
  ...each(
    'substring substr',
    built(
      (make, [text, start, count]) =>
        text && start && make`spark.substring(${text}, ${start}, ${count ?? '2147483647'})`,
    ),
  ),
  ['instr', same],
  [
    'locate',
    built(
      (make, [part, text, start]) => part && text && make`spark.locate(${part}, ${text}, ${start ?? '1'})`,
    ),
  ],
  [
    'position',
    built(
      (make, [part, text, start]) => part && text && make`spark.locate(${part}, ${text}, ${start ?? '1'})`,
    ),
  ],
  ['initcap', macro],
  [
    'split',
    built(
      (make, [text, pattern, ...more]) =>
        text && pattern && make`spark.split(${text}, ${pattern}, ${more[0] ?? '-1'})`,
    ),
  ],
  ['substring_index', macro],
  ...each('regexp_like regexp rlike', renamed('regexp_matches')),
  ['regexp_replace', built(regexpReplace)],
  ['regexp_extract', built(regexpExtract)],
];

/** With a limit, what is further apart is -1. */
function levenshtein(...[make, [one, other, most]]: Parameters<Build>): Fragment | undefined {
  if (!one || !other) return undefined;
  if (!most) return make`levenshtein(${one}, ${other})`;
  return make`CASE WHEN levenshtein(${one}, ${other}) > ${most} OR ${most} IS NULL THEN CASE WHEN ${one} IS NOT NULL AND ${other} IS NOT NULL THEN -1 END ELSE levenshtein(${one}, ${other}) END`;
}

function bytesOf(t: Translation, node: SyntaxNode): Fragment {
  const type = t.environment.typeOf(node);
  if (isVoid(type)) return t.make(node)`CAST(NULL AS BLOB)`;
  return isScalar(type, 'binary') ? t.emit(node) : t.make(node)`encode(CAST(${t.emit(node)} AS VARCHAR))`;
}

function pads(name: string): FunctionTable {
  const rule = built(
    (make, [text, length, pad]) => text && length && make`spark.${name}(${text}, ${length}, ${pad ?? "' '"})`,
  );
  return [[name, rule]];
}

/** DuckDB's own where the replacement is known, and the whole text searched. */
function regexpReplace(
  ...[make, [text, pattern, by, from], { t, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  if (!text || !pattern || !by) return undefined;
  const replacement = stringValue(t.statement, nodes[2]);
  const fromStart = from === undefined || wholeNumber(t.statement, nodes[3]) === 1n;
  return replacement !== undefined && fromStart
    ? make`regexp_replace(${text}, ${pattern}, ${quoted(javaReplacement(replacement))}, 'g')`
    : make`spark_regexp_replace(${text}, ${pattern}, ${by}, ${from ?? '1'})`;
}

function regexpExtract(
  ...[make, [text, pattern, group], { t, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  if (!text || !pattern) return undefined;
  return group === undefined || wholeNumber(t.statement, nodes[2]) !== undefined
    ? make`regexp_extract(${text}, ${pattern}, ${group ?? '1'})`
    : make`spark_regexp_extract(${text}, ${pattern}, ${group})`;
}

/** decode(value, search, result, ..., otherwise): null equals null. */
function decoded(make: Parameters<Build>[0], value: Fragment, rest: readonly Fragment[]): Fragment {
  const whens: Fragment[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    whens.push(
      make`WHEN ${value} IS NOT DISTINCT FROM ${rest[at] as Fragment} THEN ${rest[at + 1] as Fragment} `,
    );
  }
  const otherwise = rest.length % 2 === 1 ? make`ELSE ${rest.at(-1) as Fragment} ` : make``;
  return make`(CASE ${separated(whens, '', 0)}${otherwise}END)`;
}

function lengthOf(
  ...[
    make,
    [value],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const isBinary = isScalar(node && t.environment.typeOf(node), 'binary');
  return value && (isBinary ? make`octet_length(${value})` : make`length(${value})`);
}
