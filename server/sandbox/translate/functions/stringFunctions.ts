import { stringValue, wholeNumber } from '../nodes';
import { quoted } from '../../store/sqlText';
import { javaReplacement } from './javaReplacement';
import { built, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const stringFunctions: FunctionTable = [
  ...each(
    'ascii concat_ws lower lcase upper ucase md5 repeat reverse rtrim ltrim trim replace sha1 translate',
    same,
  ),
  ...each('contains starts_with startswith ends_with endswith', same),
  ...each('length len char_length character_length', renamed('length')),
  ...each('left right', same),
  ...pads('lpad'),
  ...pads('rpad'),
  ['sha', renamed('sha1')],
  ...each('chr char', renamed('chr')),
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
    built((make, [part, text, ...more]) =>
      part && text && more.length === 0 ? make`instr(${text}, ${part})` : undefined,
    ),
  ],
  [
    'position',
    built((make, [part, text, ...more]) =>
      part && text && more.length === 0 ? make`instr(${text}, ${part})` : undefined,
    ),
  ],
  ['initcap', macro],
  [
    'split',
    built((make, [text, pattern, ...more]) =>
      text && pattern && more.length === 0 ? make`string_split_regex(${text}, ${pattern})` : undefined,
    ),
  ],
  ['substring_index', macro],
  ...each('regexp_like regexp rlike', renamed('regexp_matches')),
  [
    'regexp_replace',
    built((make, [text, pattern, _, ...more], { t, arguments: [, , node] }) => {
      const replacement = stringValue(t.statement, node);
      if (!text || !pattern || replacement === undefined || more.length > 0) return undefined;
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
    (make, [text, length, pad]) => text && length && make`${name}(${text}, ${length}, ${pad ?? "' '"})`,
  );
  return [[name, rule]];
}
