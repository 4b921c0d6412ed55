import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedStage } from './plan';
import { inputsOf, preparedRows, withInputs } from './preparedRows';
import { shapeNames, type Shape } from './shape';
import type { Stage } from './stage';

/** Lets stages learn from the rows of a query, each from what those before it made. */
export async function fitStages(
  connection: DuckDBConnection,
  query: string,
  planned: readonly PlannedStage[],
  isCompact: boolean,
): Promise<readonly Stage[]> {
  const stages: Stage[] = [];
  for (const plan of planned) {
    const before = preparedRows(query, stages);
    const inputs = inputsOf(before, plan.inputs);
    inputs.forEach(({ name, shape }, at) => checkShape(plan, name, shape, at));
    const state = await plan.transformer.fit({
      inputs,
      parameters: plan.parameters,
      source: `(${withInputs(before.sql, plan.inputs)})`,
      ask: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
      isCompact,
    });
    stages.push({
      transformer: plan.name,
      inputs: [...plan.inputs],
      ...(plan.alias === undefined ? {} : { alias: plan.alias }),
      state,
    });
  }
  return stages;
}

function checkShape(plan: PlannedStage, name: string, shape: Shape, at: number): void {
  const { takes } = plan.transformer;
  const kinds = takes[Math.min(at, takes.length - 1)] ?? [];
  if (kinds.includes(shape.kind)) return;
  const wanted = kinds.map((kind) => shapeNames[kind]).join(' or ');
  const is = shape.kind === 'other' ? `of type ${shape.text}` : shapeNames[shape.kind];
  throw plan.parameters.problem(-1, `${name} is ${is}, and ${plan.name} takes ${wanted}`);
}
