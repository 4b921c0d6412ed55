import { identifier, quoted } from '../../store/sqlText';
import type { Shape } from './shape';
import type { Reference, Stage } from './stage';
import type { Input, Transformer } from './transformer';
import { transformers } from './transformers';

/** A query with the columns of stages beside those of the rows. */
export interface PreparedRows {
  readonly sql: string;
  /** What each stage made, in their order. */
  readonly columns: readonly PreparedColumn[];
}

export interface PreparedColumn {
  readonly alias: string | undefined;
  /** Its name in the query; no column of an author has such a name. */
  readonly name: string;
  readonly shape: Shape;
}

/** Applies stages, one after another, to the rows of a query. */
export function preparedRows(query: string, stages: readonly Stage[]): PreparedRows {
  return stages.reduce<PreparedRows>(withStage, { sql: query, columns: [] });
}

function withStage(before: PreparedRows, stage: Stage): PreparedRows {
  const inputs = inputsOf(before, stage.inputs);
  const { sql, shape } = transformerOf(stage.transformer).make(stage.state, inputs);
  const name = `__stage_${before.columns.length}`;
  const columns = [...before.columns, { alias: stage.alias, name, shape }];
  return {
    sql: `SELECT * EXCLUDE (${inputs.map((input) => input.sql).join(', ')}), ${sql} AS ${name}
      FROM (${withInputs(before.sql, stage.inputs)})`,
    columns,
  };
}

/** The rows with each input under a name of its own, so that no name of a column is taken for one of a lambda. */
export function withInputs(query: string, references: readonly Reference[]): string {
  const named = references.map((each, at) => `${sqlOf(each)} AS __input_${at}`);
  return `SELECT *, ${named.join(', ')} FROM (${query})`;
}

/** The inputs as columns of `withInputs`. */
export function inputsOf({ columns }: PreparedRows, references: readonly Reference[]): readonly Input[] {
  return references.map((each, at) => {
    const sql = `__input_${at}`;
    if (each.kind === 'column') return { name: each.path.join('.'), sql, shape: each.shape };
    const column = columns[each.index];
    if (!column) throw new Error(`The model's stage ${each.index} is missing`);
    return { name: column.alias ?? 'the inner call', sql, shape: column.shape };
  });
}

export function transformerOf(name: string): Transformer {
  const found = transformers.get(name);
  if (!found) throw new Error(`There is no transformer ${name}`);
  return found;
}

export function sqlOf(reference: Reference): string {
  if (reference.kind === 'stage') return `__stage_${reference.index}`;
  const [column = '', ...fields] = reference.path;
  return fields.reduce((inner, field) => `struct_extract(${inner}, ${quoted(field)})`, identifier(column));
}
