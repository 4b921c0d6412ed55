import { built, computed, each, type FunctionRule, type FunctionTable } from './functionRule';

export const xpathFunctions: FunctionTable = [
  ...each('xpath xpath_boolean xpath_number xpath_string', computed),
  ['xpath_double', number('')],
  ['xpath_float', number('spark.to_float')],
  ['xpath_int', number('spark.to_int')],
  ['xpath_long', number('spark.to_bigint')],
  ['xpath_short', number('spark.to_smallint')],
];

/** Numbers of XPath are doubles, which are cut off to other types as in a cast. */
function number(conversion: string): FunctionRule {
  return built(
    (make, [xml, path]) => xml && path && make`${conversion}(spark_xpath_number(${xml}, ${path}))`,
  );
}
