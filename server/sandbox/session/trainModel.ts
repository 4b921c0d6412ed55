import type { DuckDBConnection } from '@duckdb/node-api';
import type { Field } from '../../catalog/types';
import type { ModelRequest } from '../models/modelRequest';
import { preparedLabel } from '../models/preparedLabel';
import type { TrainedModel } from '../models/trainedModel';
import type { TrainingSet } from '../models/training/trainingSet';
import { classesOf } from '../models/training/trainingSet';
import { runInSlices } from '../models/training/work';
import { automaticStages } from '../models/transform/automaticStages';
import { fitStages } from '../models/transform/fitStages';
import { preparedRows, sqlOf } from '../models/transform/preparedRows';
import { readTransform } from '../models/transform/readTransform';
import type { Stage } from '../models/transform/stage';
import { failure } from '../models/transform/sql';
import { identifier } from '../store/sqlText';
import { unchanged, type TranslatedSql } from '../translate/translatedSql';
import { fromDuckdb } from './duckdbError';
import { interruptible } from './interruptible';
import { keepRows, type KeptRows } from './keptRows';
import type { ParameterReader } from './openStatement';
import type { Session } from './session';
import { SqlError, sqlStates } from './sqlError';

/** What a training holds in memory: rows, and numbers of all of them. */
const mostRows = 1_000_000;
const mostNumbers = 20_000_000;
const mostClasses = 100;

export interface Learning {
  readonly request: ModelRequest;
  readonly rows: TranslatedSql;
  readonly parameters: ParameterReader;
  readonly signal: AbortSignal;
}

/** Learns a model from the rows of a query. Other clients are answered meanwhile. */
export async function trainModel(session: Session, learning: Learning): Promise<TrainedModel> {
  const { request, rows, parameters, signal } = learning;
  const kept = await keepRows(session, rows, parameters, signal);
  const place: TranslatedSql = { sql: '', sourceOffset: () => request.offset };
  try {
    const { database } = session.services;
    const prepared = await database.use((connection) =>
      interruptible(connection, signal, () => prepare(connection, request, kept)),
    );
    return await learn(session, learning, prepared);
  } catch (error) {
    throw fromDuckdb(error, place);
  } finally {
    await kept.release();
  }
}

interface Prepared {
  readonly stages: readonly Stage[];
  /** The number of the stage whose vector is learned from. */
  readonly features: number;
  readonly width: number;
  readonly label: TrainedModel['label'];
  /** A query for `features`, `label` and `weight`. */
  readonly query: string;
}

async function prepare(
  connection: DuckDBConnection,
  request: ModelRequest,
  kept: KeptRows,
): Promise<Prepared> {
  await checkRows(connection, kept.query);
  const { statement, transform } = request;
  const label = preparedLabel(request, kept.columns);
  const left = [request.label, request.weight].filter((name) => name !== undefined);
  const planned = transform
    ? readTransform(statement, transform, kept.columns)
    : [...label.stages, ...automaticStages(kept.columns, left, label.stages.length)];
  const stages = await fitStages(connection, kept.query, planned, request.isCompact);
  const rows = preparedRows(kept.query, stages);
  const features = rows.columns.length - 1;
  const last = rows.columns[features];
  if (last?.shape.kind !== 'vector' || last.shape.size === undefined)
    throw request.problem(
      'The last transformer gives no vector: end with vector_assembler(array(column, ...)), or with a scaler of it',
    );
  const reference = label.reference(stages);
  const weight = request.weight === undefined ? '1e0' : weightOf(request, kept.columns);
  const labelSql = reference ? `CAST(${sqlOf(reference)} AS DOUBLE)` : '0e0';
  const checked = `CASE WHEN ${labelSql} IS NULL THEN ${failure('The label is null in a row: leave such rows out')} ELSE ${labelSql} END`;
  return {
    stages,
    features,
    width: last.shape.size,
    label: reference,
    query: `SELECT CAST(${last.name} AS DOUBLE[]) AS features, ${checked} AS label, ${weight} AS weight FROM (${rows.sql})`,
  };
}

async function checkRows(connection: DuckDBConnection, query: string): Promise<void> {
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM (${query})`);
  const rows = Number(counted.getRows()[0]?.[0]);
  if (rows === 0)
    throw new SqlError(sqlStates.dataException, 'There is nothing to learn from', {
      detail: 'The query gives no rows',
    });
  if (rows > mostRows) throw tooLarge(`${rows} rows, and at most ${mostRows} are learned from`);
}

function tooLarge(detail: string): SqlError {
  return new SqlError(sqlStates.programLimitExceeded, 'Training set too large', {
    detail,
    hint: 'Learn from fewer rows, with LIMIT or a sample, or from fewer features: tf_idf and count_vectorizer take their number.',
  });
}

function weightOf(request: ModelRequest, columns: readonly Field[]): string {
  const column = columns.find(({ name }) => name.toLowerCase() === request.weight?.toLowerCase());
  if (!column) throw request.problem(`There is no column ${request.weight} to weigh rows by`);
  const weight = `CAST(${identifier(column.name)} AS DOUBLE)`;
  return `CASE WHEN ${weight} >= 0 THEN ${weight} ELSE ${failure('A weight is a number from 0 on, and not ', weight)} END`;
}

async function learn(
  session: Session,
  { request, signal }: Learning,
  prepared: Prepared,
): Promise<TrainedModel> {
  const set = await readSet(session, prepared, signal);
  if (request.type.task === 'classification') checkClasses(request, set);
  const work = request.trainer(request.options, () => set.width)(set);
  const body = await runInSlices(work, signal);
  return {
    type: request.type.name,
    task: request.type.task,
    stages: [...prepared.stages],
    features: prepared.features,
    width: prepared.width,
    ...(prepared.label ? { label: prepared.label } : {}),
    columns: request.columns,
    body,
  };
}

async function readSet(
  session: Session,
  { query, width }: Prepared,
  signal: AbortSignal,
): Promise<TrainingSet> {
  const kept = await keepRows(session, unchanged(query), () => null, signal);
  try {
    return await session.services.database.use((connection) =>
      interruptible(connection, signal, async () => {
        const counted = await connection.runAndReadAll(`SELECT count(*) FROM (${kept.query})`);
        const rows = Number(counted.getRows()[0]?.[0]);
        if (rows * width > mostNumbers)
          throw tooLarge(
            `${rows} rows of ${width} features, and at most ${mostNumbers} numbers are learned from`,
          );
        const column = (list: string, count: number): Promise<Float64Array> =>
          readNumbers(connection, `SELECT ${list} FROM (${kept.query})`, count);
        return {
          rows,
          width,
          features: await column('unnest(features)', rows * width),
          labels: await column('label', rows),
          weights: await column('weight', rows),
        };
      }),
    );
  } finally {
    await kept.release();
  }
}

/** The numbers of a query with one column; rows keep the order in which they were written. */
async function readNumbers(
  connection: DuckDBConnection,
  query: string,
  count: number,
): Promise<Float64Array> {
  const numbers = new Float64Array(count);
  const result = await connection.stream(query);
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    numbers.set(chunk.getColumnValues(0) as number[], at);
    at += chunk.rowCount;
  }
  if (numbers.some((value) => !Number.isFinite(value)))
    throw new SqlError(sqlStates.dataException, 'A model learns from finite numbers', {
      detail: 'A feature, the label or a weight is infinite or not a number in a row',
    });
  return numbers;
}

function checkClasses(request: ModelRequest, set: TrainingSet): void {
  const odd = set.labels.find((label) => !Number.isInteger(label) || label < 0 || label >= mostClasses);
  if (odd !== undefined)
    throw request.problem(
      `Classes are whole numbers from 0 to ${mostClasses - 1}, and a row has ${odd}: index the label with string_indexer`,
    );
  const classes = new Set(set.labels).size;
  if (classes < 2)
    throw request.problem(
      'The label has the same value in every row, so that there is nothing to tell apart',
    );
  if (request.hasTwoClasses && classesOf(set) > 2)
    throw request.problem(`${request.type.name} tells two classes apart, 0 and 1, and the label has more`);
}
