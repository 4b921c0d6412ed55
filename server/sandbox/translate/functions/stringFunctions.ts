import { stringValue, wholeNumber } from '../nodes';
import { quoted } from '../../store/sqlText';
import type { SyntaxNode } from '../../../sql/node';
import { separated, type Fragment } from '../fragment';
import { isScalar } from '../duckdbType';
import type { Translation } from '../translation';
import { javaReplacement } from './javaReplacement';
import { type Build, built, computed, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const stringFunctions: FunctionTable = [
  ...each('ascii lower lcase md5 repeat rtrim ltrim trim sha1 translate', same),
  ...each('contains starts_with ends_with', same),
  ['startswith', renamed('starts_with')],
  ['endswith', renamed('ends_with')],
  ...each('split_part levenshtein hex', same),
  ...each('find_in_set regexp_substr regexp_instr url_encode url_decode', macro),
  ...each('conv soundex luhn_check', computed),
  ['unhex', built((make, [text]) => text && make`TRY(unhex(${text}))`)],
  ['btrim', renamed('trim')],
  [
    'space',
    built((make, [count]) => count && make`repeat(' ', CASE WHEN ${count} < 0 THEN 0 ELSE ${count} END)`),
  ],
  ['bit_length', built((make, [text]) => text && make`(8 * octet_length(encode(${text})))`)],
  ['octet_length', built((make, [text]) => text && make`octet_length(encode(${text}))`)],
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
    built((make, [text, ...more]) =>
      text && more.length === 0 ? make`spark.mask(${text}, 'X', 'x', 'n')` : undefined,
    ),
  ],
  [
    'elt',
    built(
      (make, [at, ...texts]) =>
        at && texts.length > 0 && make`[${separated(texts, ', ', 0)}][nullif(greatest(${at}, 0), 0)]`,
    ),
  ],
  [
    'encode',
    built(
      (make, [text, charset], { t, arguments: [, node] }) =>
        text && charset && isUtf8(t, node) && make`encode(${text})`,
    ),
  ],
  [
    'decode',
    built((make, [value, first, ...more], { t, arguments: [, node] }) => {
      if (!value || !first) return undefined;
      if (more.length > 0) return decoded(make, value, [first, ...more]);
      return isUtf8(t, node) && make`decode(${value})`;
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
  ['parse_url', built(urlPart)],
  [
    'to_binary',
    built((make, [text, form], { t, arguments: [, node] }) => {
      const name = form ? (stringValue(t.statement, node) ?? '').toLowerCase() : 'hex';
      if (!text) return undefined;
      if (name === 'hex') return make`unhex(${text})`;
      if (name === 'base64') return make`TRY(from_base64(${text}))`;
      return /^utf-?8$/.test(name) && make`encode(${text})`;
    }),
  ],
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
    built((make, [first, ...rest]) => first && rest.reduce((all, next) => make`(${all} || ${next})`, first)),
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
  [
    'regexp_replace',
    built((make, [text, pattern], { t, arguments: nodes }) => {
      const replacement = stringValue(t.statement, nodes[2]);
      const fromStart = nodes[3] === undefined || wholeNumber(t.statement, nodes[3]) === 1n;
      if (!text || !pattern || replacement === undefined || !fromStart) return undefined;
      return make`regexp_replace(${text}, ${pattern}, ${quoted(javaReplacement(replacement))}, 'g')`;
    }),
  ],
  [
    'regexp_extract',
    built((make, [text, pattern, group], { t, arguments: [, , node] }) => {
      if (!text || !pattern || (group && wholeNumber(t.statement, node) === undefined)) return undefined;
      return make`regexp_extract(${text}, ${pattern}, ${group ?? '1'})`;
    }),
  ],
];

function pads(name: string): FunctionTable {
  const rule = built(
    (make, [text, length, pad]) => text && length && make`spark.${name}(${text}, ${length}, ${pad ?? "' '"})`,
  );
  return [[name, rule]];
}

function isUtf8(t: Translation, charset: SyntaxNode | undefined): boolean {
  return /^utf-?8$/i.test(stringValue(t.statement, charset) ?? '');
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

const authority = '^[a-zA-Z][\\w+.-]*://';

/** Regular expressions that find the parts of a URL. */
const urlParts: Readonly<Record<string, string>> = {
  PROTOCOL: '^([a-zA-Z][\\w+.-]*):',
  HOST: `${authority}(?:[^/?#@]*@)?([^/?#:]*)`,
  AUTHORITY: `${authority}([^/?#]*)`,
  USERINFO: `${authority}([^/?#@]*)@`,
  PATH: `${authority}[^/?#]*([^?#]*)`,
  QUERY: '^[^?#]*\\?([^#]*)',
  REF: '#(.*)$',
  FILE: `${authority}[^/?#]*([^#]*)`,
};

function urlPart(
  ...[make, [url, part, key], { t, arguments: nodes }]: Parameters<Build>
): Fragment | undefined {
  const pattern = urlParts[stringValue(t.statement, nodes[1]) ?? ''];
  if (!url || !part || pattern === undefined) return undefined;
  if (!key) return make`spark.url_part(${url}, ${quoted(pattern)})`;
  const name = stringValue(t.statement, nodes[2]);
  if (name === undefined || !/^\w+$/.test(name) || !pattern.startsWith('^[^?#]*')) return undefined;
  return make`spark.url_part(${url}, ${quoted(`^[^?#]*\\?(?:[^#]*&)?${name}=([^&#]*)`)})`;
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
