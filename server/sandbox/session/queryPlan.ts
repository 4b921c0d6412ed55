import { z } from 'zod';
import type { StoredDataset } from '../store/datasets';

/** A step of a plan, as DuckDB's `EXPLAIN (FORMAT JSON)` gives it. */
interface PlannedStep {
  readonly name: string;
  readonly extra_info: Readonly<Record<string, string | readonly string[]>>;
  readonly children: readonly PlannedStep[];
}

const plannedStep: z.ZodType<PlannedStep> = z.lazy(() =>
  z.object({
    name: z.string(),
    extra_info: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    children: z.array(plannedStep),
  }),
);

/** A step as clients are told of it: in the words of Query Service where it reads a data set. */
export interface PlanStep {
  readonly name: string;
  /** What is read, where the step reads a data set. */
  readonly dataset?: { readonly table: string; readonly id: string; readonly title: string };
  readonly columns: readonly string[];
  /** Further facts, by their names. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly steps: readonly PlanStep[];
}

/** The plan in a text of DuckDB's. Steps that only hand columns on are left out. */
export function queryPlan(json: string, datasets: readonly StoredDataset[]): readonly PlanStep[] {
  return z
    .array(plannedStep)
    .parse(JSON.parse(json))
    .flatMap((step) => stepsOf(step, datasets));
}

function stepsOf(step: PlannedStep, datasets: readonly StoredDataset[]): readonly PlanStep[] {
  const steps = step.children.flatMap((child) => stepsOf(child, datasets));
  if (step.name.trim() === 'PROJECTION' && steps.length > 0) return steps;
  const { Table: table, Projections: columns, ...others } = step.extra_info;
  const id = String(table ?? '')
    .split('.')
    .at(-1)
    ?.replaceAll('"', '');
  const dataset = datasets.find((each) => each.id === id);
  return [
    {
      name: wordsOf(step.name),
      ...(dataset && { dataset: { table: dataset.table, id: dataset.id, title: dataset.title } }),
      columns: columns === undefined ? [] : [columns].flat(),
      facts: Object.entries(others)
        .filter(([name]) => name !== 'Type')
        .map(([name, value]) => [name, [value].flat().join(', ')] as const),
      steps,
    },
  ];
}

/** `HASH_JOIN` is a `Hash Join`. */
function wordsOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** A plan as PostgreSQL writes it: what feeds a step stands below it, behind an arrow. */
export function planLines(steps: readonly PlanStep[], depth = 0): readonly string[] {
  return steps.flatMap((step) => [
    `${depth === 0 ? '' : `${' '.repeat(depth * 6 - 4)}->  `}${stepText(step)}`,
    ...planLines(step.steps, depth + 1),
  ]);
}

function stepText({ name, dataset, columns, facts }: PlanStep): string {
  const told = dataset ? [`dataSetId = "${dataset.id}"`, `dataSetName = "${dataset.title}"`] : [];
  const details = [...told, ...facts.map(([fact, value]) => `${fact} = ${value}`)];
  return [
    dataset ? `${name} on ${dataset.table}` : name,
    ...(details.length > 0 ? [`(${details.join(', ')})`] : []),
    ...(columns.length > 0 ? [`[${columns.join(', ')}]`] : []),
  ].join(' ');
}

/** A plan as PostgreSQL's JSON has it. */
export function planJson(steps: readonly PlanStep[]): string {
  return JSON.stringify(
    steps.map((step) => ({ Plan: jsonStep(step) })),
    undefined,
    2,
  );
}

function jsonStep({ name, dataset, columns, facts, steps }: PlanStep): Readonly<Record<string, unknown>> {
  return {
    'Node Type': name,
    ...(dataset && {
      'Relation Name': dataset.table,
      dataSetId: dataset.id,
      dataSetName: dataset.title,
    }),
    ...(columns.length > 0 && { Output: columns }),
    ...Object.fromEntries(facts),
    ...(steps.length > 0 && { Plans: steps.map(jsonStep) }),
  };
}
