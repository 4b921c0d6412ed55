import type { SyntaxNode } from '../../../sql/node';
import type { Fragment } from '../fragment';
import { stringValue } from '../nodes';
import type { Translation } from '../translation';
import { type Build, built, each, macro, type FunctionTable } from './functionRule';
import { fromJsonValue, jsonOf } from './nestedText';

export const jsonFunctions: FunctionTable = [
  ...each('json_array_length json_object_keys', macro),
  ['to_json', built(toJson)],
  ['from_json', built(fromJson)],
  [
    'get_json_object',
    built((make, [json, path], { t, arguments: [, node] }) => {
      const text = stringValue(t.statement, node);
      const isPlain = text !== undefined && /^\$(\.\w+|\[\d+\])*$/.test(text);
      return isPlain && json && path && make`spark.json_text(${json}, ${path})`;
    }),
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

/** A text that is no JSON gives the value with nothing in it, an empty one gives null. */
function fromJson(...[make, [text, schema, ...more], { t, call }]: Parameters<Build>): Fragment | undefined {
  const type = t.environment.typeOf(call);
  const value = type && fromJsonValue('whole', type);
  if (!text || !schema || more.length > 0 || value === undefined) return undefined;
  const json = make`CASE WHEN json_valid(${text}) THEN CAST(${text} AS JSON) ELSE CAST('{}' AS JSON) END`;
  return make`CASE WHEN trim(${text}) <> '' THEN ${once(make, json, value)} END`;
}
