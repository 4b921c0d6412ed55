import type { SyntaxNode } from '../../sql/node';
import { rangeOf, type Statement } from '../../sql/tree';
import { fitStages } from '../models/transform/fitStages';
import { preparedRows } from '../models/transform/preparedRows';
import { readTransform } from '../models/transform/readTransform';
import { identifier } from '../store/sqlText';
import type { TranslatedSql } from '../translate/translatedSql';
import { fromDuckdb } from './duckdbError';
import { interruptible } from './interruptible';
import { keepRows } from './keptRows';
import type { ParameterReader } from './openStatement';
import type { Session } from './session';

/** Rows that hold something until they are released. */
export interface HeldRows extends TranslatedSql {
  readonly release?: () => Promise<void>;
}

interface Transformed {
  readonly statement: Statement;
  readonly clause: SyntaxNode;
  readonly rows: TranslatedSql;
  readonly parameters: ParameterReader;
  readonly signal: AbortSignal;
}

/** CREATE TABLE t TRANSFORM (...) AS query: the columns of the query, and those that the transformers make of them. */
export async function transformedRows(session: Session, transformed: Transformed): Promise<HeldRows> {
  const { statement, clause, rows, parameters, signal } = transformed;
  const kept = await keepRows(session, rows, parameters, signal);
  const place: TranslatedSql = { sql: '', sourceOffset: () => rangeOf(statement, clause).start };
  try {
    const planned = readTransform(statement, clause, kept.columns);
    const stages = await session.services.database.use((connection) =>
      interruptible(connection, signal, () => fitStages(connection, kept.query, planned, false)),
    );
    const prepared = preparedRows(kept.query, stages);
    const hidden = prepared.columns.map(({ name }) => name).join(', ');
    const shown = prepared.columns.flatMap(({ alias, name }) =>
      alias === undefined ? [] : [`${name} AS ${identifier(alias)}`],
    );
    const sql = `SELECT * EXCLUDE (${hidden}), ${shown.join(', ')} FROM (${prepared.sql})`;
    return { ...place, sql, release: kept.release };
  } catch (error) {
    await kept.release();
    throw fromDuckdb(error, place);
  }
}
