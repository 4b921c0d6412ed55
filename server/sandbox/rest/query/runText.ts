import { NodeKind } from '../../../sql/nodeKind';
import { childOf } from '../../../sql/node';
import { findDataset } from '../../store/datasets';
import type { ResultColumn, RowBatch } from '../../session/openStatement';
import { Session, type SessionClient, type SessionServices } from '../../session/session';
import { initialSettings, reportedSettings, SettingTable } from '../../session/settings';
import { openStatement, splitStatements, type SessionStatement } from '../../session/statements';
import { namesOf } from '../../translate/nodes';

export interface TextRun {
  readonly sql: string;
  readonly client: SessionClient;
  readonly signal: AbortSignal;
  /** Gets the rows of each statement that gives some. */
  readonly onRows?: (columns: readonly ResultColumn[], batch: RowBatch) => void;
}

/** Runs the statements of a text in a session of their own; answers how many rows the last one gave or wrote. */
export async function runText(services: SessionServices, run: TextRun): Promise<number> {
  const settings = new SettingTable({ ...initialSettings, ...reportedSettings });
  await using session = new Session(services, run.client, settings);
  let rows = 0;
  for (const statement of splitStatements(run.sql)) rows = await runStatement(session, statement, run);
  return rows;
}

async function runStatement(session: Session, statement: SessionStatement, run: TextRun): Promise<number> {
  const opened = await openStatement(session, statement, { parameters: () => null, signal: run.signal });
  try {
    let rows = 0;
    for (let chunk = await opened.fetch(run.signal); chunk; chunk = await opened.fetch(run.signal)) {
      rows += chunk.rowCount;
      if (opened.columns) run.onRows?.(opened.columns, chunk);
    }
    return await rowsOf(session, statement, opened.commandTag(BigInt(rows)));
  } finally {
    await opened.close();
  }
}

async function rowsOf(session: Session, { statement, node }: SessionStatement, tag: string): Promise<number> {
  const told = /\s(\d+)$/.exec(tag)?.[1];
  if (told !== undefined) return Number(told);
  const name = node.kind === NodeKind.CreateTable ? childOf(node, NodeKind.QualifiedName) : undefined;
  const table = name && namesOf(statement, name).at(-1);
  return table === undefined ? 0 : await rowsIn(session, table);
}

/** What the first snapshot of a new data set brought. */
async function rowsIn({ services: { database } }: Session, table: string): Promise<number> {
  return await database.use(async (connection) => {
    const dataset = await findDataset(connection, table);
    const query = `SELECT row_count FROM platform.snapshot WHERE dataset_id = $1 AND generation = 0`;
    const found = await connection.runAndReadAll(query, [dataset?.id ?? '']);
    return Number(found.getRows()[0]?.[0] ?? 0);
  });
}
