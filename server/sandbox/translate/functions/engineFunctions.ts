import { quoted } from '../../store/sqlText';
import { userError } from './userError';
import { built, each, type FunctionTable } from './functionRule';

/** What a query asks of the engine that runs it: one engine, one partition of the rows, no files. */
export const engineFunctions: FunctionTable = [
  ['current_catalog', built((make) => make`'spark_catalog'`)],
  ...each(
    'current_database current_schema',
    built((make) => make`'default'`),
  ),
  ...each(
    'current_user user',
    built((make, _, { t }) => make`${quoted(t.environment.user)}`),
  ),
  ['version', built((make) => make`'Query Service 0.1.0'`)],
  ['input_file_name', built((make) => make`''`)],
  ...each(
    'input_file_block_start input_file_block_length',
    built((make) => make`-1`),
  ),
  ['spark_partition_id', built((make) => make`0`)],
  ['monotonically_increasing_id', built((make) => make`(row_number() OVER () - 1)`)],
  [
    'assert_true',
    built(
      (make, [test, message]) =>
        test &&
        make`CASE WHEN ${test} THEN NULL ELSE error(concat('${userError}', ${message ?? "'The condition is not true'"})) END`,
    ),
  ],
];
