import { identifier } from '../store/sqlText';
import { neededStages } from './neededStages';
import { scoringSql } from './scoringSql';
import type { TrainedModel } from './trainedModel';
import { failure } from './transform/sql';
import { preparedRows, sqlOf, type PreparedRows } from './transform/preparedRows';
import type { Stage } from './transform/stage';

/** Rows with what a model says about each; the names within are none of an author's. */
interface ScoredRows {
  readonly sql: string;
  /** Columns that the rows did not have. */
  readonly added: readonly string[];
  readonly prediction: string;
  readonly probability: string | undefined;
  readonly rawPrediction: string | undefined;
  readonly features: string;
  readonly label: string | undefined;
}

/** A query for the rows of another one with the columns of a model's predictions behind them. */
export function predictedRows(model: TrainedModel, query: string, showsHidden: boolean): string {
  const scored = scoredRows(model, query, undefined);
  const { columns } = model;
  const named = (sql: string | undefined, name: string): readonly string[] =>
    sql === undefined ? [] : [`${sql} AS ${identifier(name)}`];
  const shown = [
    ...(showsHidden ? named(scored.rawPrediction, columns.rawPrediction) : []),
    ...(showsHidden ? named(scored.probability, columns.probability) : []),
    ...named(scored.prediction, columns.prediction),
  ];
  return `SELECT * EXCLUDE (${scored.added.join(', ')}), ${shown.join(', ')} FROM (${scored.sql})`;
}

/** The columns that predictions hang on. */
export function readColumns(model: TrainedModel): readonly string[] {
  const { stages } = neededStages(model.stages, [model.features]);
  const columns = stages.flatMap(({ inputs }) =>
    inputs.flatMap((input) => (input.kind === 'column' ? input.path.slice(0, 1) : [])),
  );
  return [...new Set(columns)];
}

/** A query for the predictions of rows beside their labels, as `prediction`, `probability` and `label`, and the features. */
export function judgedRows(model: TrainedModel, query: string): string {
  const scored = scoredRows(model, query, model.label);
  const label = scored.label ?? 'NULL';
  const known = failure('The label is null in a row: leave such rows out');
  return `SELECT ${scored.prediction} AS prediction, ${scored.probability ?? 'NULL::DOUBLE[]'} AS probability,
    ${scored.features} AS features, ${model.label ? `CASE WHEN ${label} IS NULL THEN ${known} ELSE CAST(${label} AS DOUBLE) END` : 'NULL::DOUBLE'} AS label
    FROM (${scored.sql})`;
}

function scoredRows(model: TrainedModel, query: string, label: TrainedModel['label']): ScoredRows {
  const roots = [model.features, ...(label?.kind === 'stage' ? [label.index] : [])];
  const { stages, numberOf } = neededStages(model.stages, roots);
  const prepared = preparedRows(query, stages);
  const vector = columnOf(prepared, stages, numberOf(model.features));
  const features = '__features';
  const scores = scoringSql(model.body, features);
  const all = [
    [features, `CAST(${vector} AS DOUBLE[])`] as const,
    ...scores.steps,
    ['__prediction', scores.prediction] as const,
  ];
  const sql = all.reduce(
    (inner, [name, expression]) => `SELECT *, ${expression} AS ${name} FROM (${inner})`,
    prepared.sql,
  );
  return {
    sql,
    added: [...prepared.columns.map(({ name }) => name), ...all.map(([name]) => name)],
    prediction: '__prediction',
    probability: scores.probability,
    rawPrediction: scores.rawPrediction,
    features,
    label: label && sqlOf(label.kind === 'stage' ? { ...label, index: numberOf(label.index) } : label),
  };
}

function columnOf({ columns }: PreparedRows, stages: readonly Stage[], index: number): string {
  const column = columns[index];
  if (!column) throw new Error(`The model has ${stages.length} stages, and reads stage ${index}`);
  return column.name;
}
