import type { DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';
import type { Parameters } from './parameters';
import type { Shape } from './shape';

/** A column that a transformer reads. */
export interface Input {
  /** As the author wrote it, for messages. */
  readonly name: string;
  /** How DuckDB is to read it. */
  readonly sql: string;
  readonly shape: Shape;
}

/** What a transformer learns from: its arguments, and the rows. */
export interface Fitting {
  readonly inputs: readonly Input[];
  readonly parameters: Parameters;
  /** The rows, as FROM takes them. */
  readonly source: string;
  /** Runs a query over them. */
  readonly ask: (query: string) => Promise<readonly (readonly DuckDBValue[])[]>;
  /** A text features' vector may leave out what is zero in all rows of the training. */
  readonly isCompact: boolean;
}

/** The column that a transformer makes. */
export interface Made {
  readonly sql: string;
  readonly shape: Shape;
}

/** A function of TRANSFORM. Its state is plain JSON and is kept with the model. */
export interface Transformer {
  /** What its column arguments may be; the last one counts for all further ones. */
  readonly takes: readonly (readonly Shape['kind'][])[];
  /** All its arguments are columns. */
  readonly isVariadic: boolean;
  readonly fit: (fitting: Fitting) => Promise<unknown>;
  /** The state of a transformer that learns nothing from rows, by its arguments; absent for the others. */
  readonly read: ((parameters: Parameters, inputs: readonly Input[]) => unknown) | undefined;
  readonly make: (state: unknown, inputs: readonly Input[]) => Made;
}

interface Definition<S> {
  readonly takes: readonly (readonly Shape['kind'][])[];
  readonly isVariadic?: boolean;
  readonly state: z.ZodType<S>;
  readonly make: (state: S, input: Input, inputs: readonly Input[]) => Made;
}

/** A transformer that learns from rows; some can also do without. */
export interface LearningDefinition<S> extends Definition<S> {
  readonly fit: (fitting: Fitting, input: Input) => Promise<S>;
  readonly read?: (parameters: Parameters, inputs: readonly Input[]) => S;
}

/** A transformer whose arguments say all. */
export interface FixedDefinition<S> extends Definition<S> {
  readonly read: (parameters: Parameters, inputs: readonly Input[]) => S;
}

export function transformer<S>(definition: LearningDefinition<S> | FixedDefinition<S>): Transformer {
  const { takes, state, read } = definition;
  return {
    takes,
    isVariadic: definition.isVariadic ?? false,
    fit: async (fitting) =>
      'fit' in definition
        ? await definition.fit(fitting, fitting.inputs[0] as Input)
        : definition.read(fitting.parameters, fitting.inputs),
    read,
    make: (kept, inputs) => definition.make(state.parse(kept), inputs[0] as Input, inputs),
  };
}
