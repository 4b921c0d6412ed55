import { Random } from '../../../support/random';
import { aggregateCalls, windowCalls } from '../aggregateCalls';
import { callTemplates, type Slot, variations } from '../callTemplate';
import { rowQueries } from '../rows/rowQueries';
import { scalarCalls } from '../scalarCalls';
import { sqlStatements } from '../sqlStatements';
import { mistakes } from './mistakes';
import { decimalExpressions, mixedDecimalExpressions, operatorExpressions } from './operatorExpressions';
import { pairedQueries } from './pairedQueries';

/** What may stand where an argument of some type is expected. */
const columns = 's b y h i l f d n nw n0 dt ts bin ai sa ad aai st ast msi mis'.split(' ');
const constants = ["'text'", '1', '1.5', 'true', 'NULL', "'2024-01-31'", 'INTERVAL 1 DAY'];
const argumentsTried = 9;

/** Queries whose output columns or error Spark's analyzer gives, on the tables of the recorded catalog. */
export function typeQueries(): readonly string[] {
  const random = new Random(7);
  const queries = sqlStatements('queries');
  const wrong = sqlStatements('mistakes');
  const window = 'OVER (PARTITION BY b ORDER BY ts)';
  return [
    ...new Set([
      ...queries,
      ...wrong,
      ...calls(random, scalarCalls).map((each) => `SELECT ${each} AS v FROM scalars`),
      ...calls(random, aggregateCalls).map((each) => `SELECT ${each} AS v FROM scalars`),
      ...calls(random, windowCalls).map((each) => `SELECT ${each} ${window} AS v FROM scalars`),
      ...operatorExpressions().map((each) => `SELECT ${each} AS v FROM scalars`),
      ...decimalExpressions().map((each) => `SELECT ${each} AS v FROM decimals`),
      ...mixedDecimalExpressions().map((each) => `SELECT ${each} AS v FROM decimals, scalars`),
      ...pairedQueries(),
      ...mistakes(random, queries),
      ...rowQueries(),
    ]),
  ];
}

function calls(random: Random, templates: string): readonly string[] {
  return callTemplates(templates).flatMap((template) =>
    variations(template, usual, (slot) => alternatives(random, slot)),
  );
}

function usual(slot: Slot): string {
  return slot.class === 'c' ? (slot.values[0] as string) : slot.class;
}

function alternatives(random: Random, slot: Slot): readonly string[] {
  if (slot.class === 'c') return ['NULL', '1', "'x'", 's'];
  const tried = new Set<string>(['NULL']);
  while (tried.size < argumentsTried) tried.add(random.pick(random.chance(0.8) ? columns : constants));
  return [...tried];
}
