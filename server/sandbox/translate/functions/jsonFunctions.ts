import type { SyntaxNode } from '../../../sql/node';
import type { Field } from '../../../catalog/types';
import { identifier, quoted } from '../../store/sqlText';
import { isScalar, isVoid } from '../duckdbType';
import type { Fragment } from '../fragment';
import type { Translation } from '../translation';
import { wholeType } from './argumentForms';
import { type Build, built, computed, each, macro, type FunctionTable } from './functionRule';
import { jsonOf } from './nestedText';

export const jsonFunctions: FunctionTable = [
  ...each('json_array_length json_object_keys', macro),
  ['to_json', built(toJson)],
  ['from_json', built(byItsSchema('spark_json_by_schema'))],
  ['get_json_object', computed],
  [
    'schema_of_json',
    built(
      (make, [sample, ...options]) =>
        withoutOptions(options) && sample && make`spark_schema_of_json(${sample})`,
    ),
  ],
  [
    'schema_of_csv',
    built(
      (make, [sample, ...options]) =>
        withoutOptions(options) && sample && make`spark_schema_of_csv(${sample})`,
    ),
  ],
  ['from_csv', built(byItsSchema('spark_csv_by_schema'))],
  ['to_csv', built(toCsv)],
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

function withoutOptions(options: readonly Fragment[]): boolean {
  return options.length === 0;
}

/** Options, and bytes within the value, are refused. */
function byItsSchema(name: string): Build {
  return (make, [text, schema, ...options], { t, call }) => {
    const type = t.environment.typeOf(call);
    const written = type && wholeType(type);
    if (!text || !schema || options.length > 0 || !written || written.includes('BLOB')) return undefined;
    const json = make`${name}(${text}, ${quoted(JSON.stringify(type))})`;
    return make`CAST(CAST(${json} AS JSON) AS ${written})`;
  };
}

function toCsv(
  ...[
    make,
    [value, ...options],
    {
      t,
      arguments: [node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  const type = node && t.environment.typeOf(node);
  if (!value || options.length > 0) return undefined;
  if (isVoid(type)) return make`CAST(NULL AS VARCHAR)`;
  const texts = type?.kind === 'struct' ? type.fields.map((field) => csvField(field)) : [undefined];
  if (texts.includes(undefined)) return undefined;
  return once(make, value, `CASE WHEN whole IS NOT NULL THEN spark_to_csv([${texts.join(', ')}]) END`);
}

/** The text of a field of the value `whole`. */
function csvField({ name, type }: Field): string | undefined {
  const value = `whole.${identifier(name)}`;
  if (isVoid(type)) return 'CAST(NULL AS VARCHAR)';
  if (isScalar(type, 'timestamp')) return `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
  const isPlain = type.kind === 'decimal' || (type.kind === 'scalar' && type.name !== 'binary');
  return isPlain ? `spark.to_string(${value})` : undefined;
}
