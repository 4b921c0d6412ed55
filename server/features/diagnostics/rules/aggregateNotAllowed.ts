import { misplaced, type Misplaced } from '../../../analysis/grouping/misplaced';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * An aggregate, a window function or a function that gives rows, where it cannot stand.
 *
 * Why: WHERE, ON and GROUP BY are evaluated before rows are grouped and before windows are; one call cannot work on
 * what another of its kind has not given yet.
 * What to do: filter groups with HAVING; compute the inner value in a subquery or common table expression, and use its
 * column.
 *
 *     SELECT eventType FROM web_events WHERE count(*) > 10 GROUP BY eventType
 */
export const aggregateNotAllowed: Rule = { code: 'aggregate-not-allowed', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const each of misplaced(model)) {
    yield { range: rangeOf(model.statement, each.node), message: message(each) };
  }
}

function message({ call, problem }: Misplaced): string {
  const name = `\`${call.name}\``;
  switch (problem.kind) {
    case 'aggregate':
      return problem.clause === 'WHERE'
        ? `The aggregate ${name} cannot stand in WHERE, which sees single rows. Filter groups with HAVING`
        : `The aggregate ${name} cannot stand in ${problem.clause}. Compute it in a subquery and use its column`;
    case 'window':
      return `The window function ${name} cannot stand in ${problem.clause}. Compute it in a subquery and filter its column`;
    case 'generator':
      return `${name} gives rows and cannot stand in ${problem.clause}. Use LATERAL VIEW, and filter its column`;
    case 'nested':
      return `${name} stands inside an aggregate. Compute the inner value in a subquery and use its column`;
    case 'nestedGenerator':
      return `${name} gives rows and cannot stand inside an expression. Use LATERAL VIEW, or a subquery around it`;
    case 'needsOver':
      return `${name} is a window function: add OVER (PARTITION BY ... ORDER BY ...)`;
    case 'needsOrder':
      return `${name} needs an order of the rows: add ORDER BY to OVER`;
    case 'noOver':
      return `${name} is neither an aggregate nor a window function and takes no OVER`;
    case 'noFilter':
      return `${name} is no aggregate and takes no FILTER`;
    case 'noDistinct':
      return `${name} is no aggregate and takes no DISTINCT`;
    case 'besideOver':
      return problem.word === 'FILTER'
        ? `FILTER cannot stand with OVER. Put the condition into the argument: ${call.name}(if(condition, value, NULL))`
        : 'DISTINCT cannot stand with OVER. Count distinct values in a subquery, or take size(collect_set(...) OVER (...))';
    case 'unknownWindow':
      return `No WINDOW clause of the query names ${problem.name}. Add WINDOW ${problem.name} AS (...), or spell it out in OVER`;
    case 'needsSets':
      return `${name} needs GROUP BY with GROUPING SETS, CUBE or ROLLUP`;
  }
}
