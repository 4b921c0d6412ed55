import type { Field } from '../../catalog/types';
import type { ModelRequest } from './modelRequest';
import { plannedStage } from './transform/automaticStages';
import type { PlannedStage } from './transform/plan';
import { findPath } from './transform/readTransform';
import { shapeOf } from './transform/shape';
import type { Reference, Stage } from './transform/stage';

/** How the label of a model comes out of the rows. */
export interface PreparedLabel {
  /** What is done to it first: without TRANSFORM a text becomes a number, as features do. */
  readonly stages: readonly PlannedStage[];
  /** Where it is once the stages of the model are there. */
  readonly reference: (stages: readonly Stage[]) => Reference | undefined;
}

export function preparedLabel(request: ModelRequest, columns: readonly Field[]): PreparedLabel {
  const { label } = request;
  if (label === undefined) return { stages: [], reference: () => undefined };
  const found = findPath(columns, label.split('.'));
  const column: Reference | undefined = found && {
    kind: 'column',
    path: [...found.path],
    shape: shapeOf(found.type),
  };
  if (!column) return { stages: [], reference: (stages) => aliased(request, stages, label) };
  const kind = column.kind === 'column' ? column.shape.kind : 'other';
  if (kind === 'number' || kind === 'boolean') return { stages: [], reference: () => column };
  if (kind === 'text' && !request.transform && request.type.task === 'classification')
    return {
      stages: [plannedStage('string_indexer', [column])],
      reference: () => ({ kind: 'stage', index: 0 }),
    };
  throw request.problem(
    `The label ${label} is no number: make one of it in TRANSFORM, with string_indexer(${label}) AS name, and take its name as LABEL`,
  );
}

function aliased(request: ModelRequest, stages: readonly Stage[], label: string): Reference {
  const index = stages.findIndex(({ alias }) => alias?.toLowerCase() === label.toLowerCase());
  if (index < 0)
    throw request.problem(`There is no column ${label} for the label, neither in the query nor in TRANSFORM`);
  return { kind: 'stage', index };
}
