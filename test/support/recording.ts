import { readFileSync } from 'node:fs';
import type { CorpusName } from '../oracle/corpus/corpora';

/** What Spark answered, as `npm run oracle` recorded it. */
export interface Recording<Answer> {
  /** The version of Spark. */
  readonly spark: string;
  /** Hash of the statements, the schema and the scripts that gave the answers. */
  readonly inputs: string;
  readonly count: number;
  readonly answers: readonly Answer[];
}

export function readRecording<Answer>(name: CorpusName): Recording<Answer> {
  const [head, ...answers] = readFileSync(`test/data/oracle/${name}.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { ...(head as Omit<Recording<Answer>, 'answers'>), answers: answers as readonly Answer[] };
}

/**
 * Spark's parser on each statement, one sign a statement: `.` accepts, `,` accepts unless the keywords of the SQL
 * standard are reserved, any letter refuses and is named in `reasons`.
 */
export interface SyntaxAnswer {
  readonly verdicts: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Name, type as SQL writes it, whether it may be null. */
export type RecordedColumn = readonly [name: string, type: string, nullable: boolean];

/** What Spark's analyzer makes of a query. */
export type TypesAnswer =
  | { readonly sql: string; readonly columns: readonly RecordedColumn[] }
  | { readonly sql: string; readonly error: string };

/** `null`, a boolean, a scalar as text, or the values of an array, a struct or a map's pairs. */
export type RecordedValue = null | boolean | string | readonly RecordedValue[];

/** What rows a query gives. */
export type RowsAnswer =
  | {
      readonly sql: string;
      readonly columns: readonly RecordedColumn[];
      /** Whether the query sorts its rows. */
      readonly ordered: boolean;
      readonly rows: readonly (readonly RecordedValue[])[];
    }
  | { readonly sql: string; readonly error: string };

/** What Spark ML makes of the rows of a case, sorted by their ids, and how good its model is. */
export interface ModelAnswer {
  readonly name: string;
  readonly rows: readonly (readonly ModelValue[])[];
  readonly metrics?: Readonly<Record<string, number>>;
}

/** A number, a text, or the elements of a vector or an array. */
export type ModelValue = null | number | string | readonly ModelValue[];
