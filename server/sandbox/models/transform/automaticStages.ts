import type { Field } from '../../../catalog/types';
import { SqlError, sqlStates } from '../../session/sqlError';
import type { Parameters } from './parameters';
import type { PlannedStage } from './plan';
import { shapeOf, type Shape } from './shape';
import type { Reference } from './stage';
import { transformers } from './transformers';

/**
 * What is done to the columns of a model without TRANSFORM: numbers without value become the mean, texts are filled
 * and indexed, booleans too, fields of structs count as columns; dates and times stay out. `offset` is the number of
 * stages before these.
 */
export function automaticStages(
  columns: readonly Field[],
  without: readonly string[],
  offset: number,
): readonly PlannedStage[] {
  const left = without.map((name) => name.toLowerCase());
  const isLeft = (path: readonly string[]): boolean => left.includes(path.join('.').toLowerCase());
  const leaves = columns
    .filter(({ name }) => !isLeft([name]))
    .flatMap((column) => leavesOf(column, []))
    .filter(({ path }) => !isLeft(path));
  const stages: PlannedStage[] = [];
  const add = (name: string, input: Reference): Reference => {
    stages.push(plannedStage(name, [input]));
    return { kind: 'stage', index: offset + stages.length - 1 };
  };
  const features = leaves.map((leaf) =>
    preparedBy[leaf.shape.kind].reduce<Reference>((input, name) => add(name, input), leaf),
  );
  if (features.length === 0)
    throw new SqlError(sqlStates.undefinedColumn, 'The model has no features', {
      detail: 'The query gives no column beside the label that is a number, a text or a boolean',
    });
  return [...stages, plannedStage('vector_assembler', features)];
}

const preparedBy: Readonly<Record<Shape['kind'], readonly string[]>> = {
  number: ['numeric_imputer'],
  text: ['string_imputer', 'string_indexer'],
  boolean: ['boolean_imputer', 'string_indexer'],
  texts: [],
  vector: [],
  struct: [],
  other: [],
};

type Leaf = Extract<Reference, { kind: 'column' }>;

function leavesOf({ name, type }: Field, outer: readonly string[]): readonly Leaf[] {
  const path = [...outer, name];
  if (type.kind === 'struct') return type.fields.flatMap((field) => leavesOf(field, path));
  const shape = shapeOf(type);
  if (shape.kind === 'texts' || shape.kind === 'vector' || type.kind === 'array' || type.kind === 'map')
    throw new SqlError(sqlStates.featureNotSupported, 'Feature not supported', {
      detail: `the ${type.kind} ${path.join('.')} as a feature: leave it out of the query, or make features of it with TRANSFORM`,
    });
  return shape.kind === 'other' ? [] : [{ kind: 'column', path: [...path], shape }];
}

/** A stage that no author wrote. */
export function plannedStage(name: string, inputs: readonly Reference[]): PlannedStage {
  const transformer = transformers.get(name);
  if (!transformer) throw new Error(`There is no transformer ${name}`);
  return { name, transformer, inputs, alias: undefined, parameters: noParameters };
}

/** Every parameter is as it is when none is given. */
const noParameters: Parameters = {
  count: 0,
  number: (_at, _name, initial) => initial,
  text: (_at, _name, initial) => initial,
  word: (_at, _name, initial) => initial,
  boolean: (_at, _name, initial) => initial,
  numbers: () => undefined,
  texts: () => undefined,
  problem: (_at, what) => new SqlError(sqlStates.dataException, 'Feature not accepted', { detail: what }),
};
