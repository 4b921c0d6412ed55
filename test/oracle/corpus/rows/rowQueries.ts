import { aggregateCalls, windowCalls } from '../aggregateCalls';
import { callTemplates, variations } from '../callTemplate';
import { scalarCalls } from '../scalarCalls';
import { sqlStatements } from '../sqlStatements';
import { data } from './inlineData';
import { columnRows } from './columnRows';
import { operatorRows } from './operatorRows';
import { grouping, joins, setOperations, sorting, windowFrames } from './shapes';

/** Queries that carry their data with them and whose rows Spark gives. */
export function rowQueries(): readonly string[] {
  const aggregates = calls(aggregateCalls).filter((each) => !hasOpenOrder(each));
  return [
    ...new Set([
      ...sqlStatements('rows'),
      ...[...joins(), ...setOperations(), ...sorting(), ...windowFrames(), ...grouping()],
      ...columnRows(scalarCalls),
      ...[...calls(scalarCalls), ...operatorRows()].map((each) => `SELECT ${each} AS v`),
      ...aggregates.map((each) => `${data} SELECT g, ${each} AS v FROM data GROUP BY g`),
      ...aggregates.map((each) => `${data} SELECT ${each} AS v FROM data`),
      ...usualCalls(aggregateCalls)
        .filter((each) => !hasOpenOrder(each))
        .map((each) => `${data} SELECT ${each} AS v FROM data WHERE i > 100`),
      ...calls(windowCalls)
        .filter((each) => !hasOpenOrder(each))
        .map((each) => `${data} SELECT ts, ${each} OVER (PARTITION BY g ORDER BY ts) AS v FROM data`),
    ]),
  ];
}

/** A set has no order, and which of equally frequent values is the mode is left open. */
function hasOpenOrder(call: string): boolean {
  return /^(collect_set|mode)\(/.test(call);
}

function calls(templates: string): readonly string[] {
  return callTemplates(templates).flatMap((template) =>
    variations(
      template,
      (slot) => slot.values[0] as string,
      (slot) => [...slot.values.slice(1), 'NULL'],
    ),
  );
}

function usualCalls(templates: string): readonly string[] {
  return callTemplates(templates).map(
    (template) =>
      variations(
        template,
        (slot) => slot.values[0] as string,
        () => [],
      )[0] as string,
  );
}
