import { printType } from '../../../catalog/typeText';
import { quoted } from '../../store/sqlText';
import { userError } from './userError';
import { built, each, renamed, same, type FunctionTable } from './functionRule';

export const conditionalFunctions: FunctionTable = [
  ...each('coalesce nullif', same),
  ...each('nvl ifnull', renamed('coalesce')),
  [
    'if',
    built(
      (make, [condition, yes, no]) =>
        condition && yes && no && make`(CASE WHEN ${condition} THEN ${yes} ELSE ${no} END)`,
    ),
  ],
  [
    'iff',
    built(
      (make, [condition, yes, no]) =>
        condition && yes && no && make`(CASE WHEN ${condition} THEN ${yes} ELSE ${no} END)`,
    ),
  ],
  [
    'nvl2',
    built(
      (make, [value, some, none]) =>
        value && some && none && make`(CASE WHEN (${value}) IS NOT NULL THEN ${some} ELSE ${none} END)`,
    ),
  ],
  ['equal_null', built((make, [a, b]) => a && b && make`(${a} IS NOT DISTINCT FROM ${b})`)],
  [
    'typeof',
    built((make, _, { t, arguments: [node] }) => {
      const type = node && t.environment.typeOf(node);
      return type && make`${quoted(printType(type))}`;
    }),
  ],
  ['isnull', built((make, [value]) => value && make`((${value}) IS NULL)`)],
  ['isnotnull', built((make, [value]) => value && make`((${value}) IS NOT NULL)`)],
  ['isnan', built((make, [value]) => value && make`coalesce(isnan(spark.to_double(${value})), false)`)],
  [
    'assert_true',
    built((make, [condition, message]) => {
      if (!condition) return undefined;
      const text = message ?? make`'The condition of assert_true is not true'`;
      return make`CASE WHEN ${condition} THEN NULL ELSE error(concat('${userError}', ${text})) END`;
    }),
  ],
  ['raise_error', built((make, [message]) => message && make`error(concat('${userError}', ${message}))`)],
];
