import { stringValue, wholeNumber } from '../nodes';
import { quoted } from '../../store/sqlText';
import { separated } from '../fragment';
import { javaReplacement } from './javaReplacement';
import { built, each, macro, renamed, same, type FunctionTable } from './functionRule';

export const stringFunctions: FunctionTable = [
  ...each('ascii lower lcase md5 repeat reverse rtrim ltrim trim replace sha1 translate', same),
  ...each('contains starts_with startswith ends_with endswith', same),
  ...each('length len char_length character_length', renamed('length')),
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
      text && pattern && more.length === 0 ? make`spark.split(${text}, ${pattern})` : undefined,
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
