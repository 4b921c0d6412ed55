import { isNumeric, isVoid } from '../duckdbType';
import { separated, type Fragment } from '../fragment';
import { argumentsOf } from '../nodes';
import { withType } from './argumentForms';
import { type Build, built, computed, each, type FunctionTable } from './functionRule';

export const formatFunctions: FunctionTable = [
  ['format_number', built(formatNumber)],
  ...each(
    'format_string printf',
    built((make, [format], { t, arguments: [, ...nodes] }) => {
      if (!format) return undefined;
      const typed = [make`CAST(${format} AS VARCHAR)`, ...nodes.map((node) => withType(t, node))];
      return make`spark_format_string(${separated(typed, ', ', 0)})`;
    }),
  ),
  ...each(
    'to_char to_varchar',
    built(
      (make, [, format], { t, arguments: [value] }) =>
        value && format && make`spark_to_char(${withType(t, value)}, ${format})`,
    ),
  ),
  ...each('to_number try_to_number', (t, call) => {
    const [, format] = argumentsOf(call);
    return format && isVoid(t.environment.typeOf(format))
      ? t.make(call)`CAST(NULL AS DECIMAL(10, 0))`
      : computed(t, call);
  }),
];

/** The second argument is a number of places or a pattern. */
function formatNumber(
  ...[
    make,
    [, form],
    {
      t,
      arguments: [value, node],
    },
  ]: Parameters<Build>
): Fragment | undefined {
  if (!value || !form || !node) return undefined;
  const isPlaces = isNumeric(t.environment.typeOf(node));
  return make`${isPlaces ? 'spark_format_places' : 'spark_format_number'}(${withType(t, value)}, ${form})`;
}
