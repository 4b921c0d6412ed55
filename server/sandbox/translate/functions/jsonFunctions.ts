import type { SyntaxNode } from '../../../sql/node';
import { quoted } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import { wholeType } from './argumentForms';
import { type Build, built, computed, each, macro, type FunctionTable } from './functionRule';
import { jsonOf } from './nestedText';

export const jsonFunctions: FunctionTable = [
  ...each('json_array_length json_object_keys', macro),
  ['to_json', built(toJson)],
  ['from_json', built(fromJson)],
  ['get_json_object', computed],
  [
    'schema_of_json',
    built((make, [sample, options]) =>
      sample && options === undefined ? make`spark_schema_of_json(${sample})` : undefined,
    ),
  ],
];

/** The value is computed once, in a lambda over the one-item list of it. */
export function once(make: Parameters<Build>[0], value: Fragment, text: string): Fragment {
  return make`list_transform([${value}], lambda whole: ${text})[1]`;
}

function toJson(
  ...[
    make,
    [value, ...more],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const text = node && textFor(t, node);
  return value && text !== undefined && more.length === 0 ? once(make, value, text) : undefined;
}

function textFor(t: Translation, node: SyntaxNode): string | undefined {
  const type = t.environment.typeOf(node);
  return type && jsonOf('whole', type);
}

/** Options, and bytes within the value, are refused. */
function fromJson(...[make, [text, schema, ...more], { t, call }]: Parameters<Build>): Fragment | undefined {
  const type = t.environment.typeOf(call);
  const name = type && wholeType(type);
  if (!text || !schema || more.length > 0 || name === undefined || name.includes('BLOB')) return undefined;
  const json = make`spark_json_by_schema(${text}, ${quoted(JSON.stringify(type))})`;
  return make`CAST(CAST(${json} AS JSON) AS ${name})`;
}
