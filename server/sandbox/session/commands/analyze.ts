import { randomBytes, randomInt } from 'node:crypto';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { lakeTable, registerDataset } from '../../store/createDataset';
import { findDataset, readSchema, type StoredDataset } from '../../store/datasets';
import { snapshotColumn } from '../../store/metadataTables';
import { addSample, sampleTablesOf } from '../../store/samples';
import { addSnapshot, nextSnapshot } from '../../store/snapshots';
import { render } from '../../translate/fragment';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import { startTranslation } from '../../translate/startTranslation';
import { unchanged, type TranslatedSql } from '../../translate/translatedSql';
import type { Command, Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { readEnvironment } from '../environment';
import { interruptible } from '../interruptible';
import { openAction } from '../openAction';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { plainTableName } from '../tableNames';
import { openComputeStatistics } from './statistics';

const mostSamples = 5;

/** ANALYZE TABLE t FILTERCONTEXT (condition) TABLESAMPLE SAMPLERATE percent keeps a sample of a table. */
export const openAnalyze: Opener = (session, command) => {
  const { statement, node } = command;
  const name = childOf(node, NodeKind.QualifiedName);
  const words = ownTokens(statement, node);
  if (name && words.includes(T.COMPUTE)) return openComputeStatistics(session, command);
  if (!name || !words.includes(T.TABLESAMPLE)) {
    throw notSupported(statement, node, 'ANALYZE TABLE of the accelerated store: say COMPUTE STATISTICS');
  }
  const rate = Number(textOf(statement, node.children.at(-1) as SyntaxNode));
  if (!(rate > 0 && rate <= 100)) {
    throw new SqlError(sqlStates.invalidParameter, 'SAMPLERATE takes a percentage above 0 and up to 100');
  }
  return Promise.resolve(
    openAction(async (signal) => {
      if (!session.settings.isOn('aqp')) {
        throw notSupported(statement, node, 'a sample in a session without SET aqp = true');
      }
      const names = namesOf(statement, name);
      const parent = await session.services.database.use(async (connection) =>
        findDataset(connection, (await plainTableName(connection, names)) ?? ''),
      );
      if (!parent) throw tableNotFound(statement, name, names.join('.'));
      await session.services.datasetLocks.withLock(parent.table, () =>
        sample(session, command, parent, rate, signal),
      );
      return 'ANALYZE TABLE';
    }),
  );
};

async function sample(
  session: Session,
  command: Command,
  parent: StoredDataset,
  rate: number,
  signal: AbortSignal,
): Promise<void> {
  const { database } = session.services;
  const filter = await translatedFilter(session, command);
  try {
    await database.transaction((connection) =>
      interruptible(connection, signal, async () => {
        if ((await sampleTablesOf(connection, parent.id)).length >= mostSamples) {
          throw new SqlError(sqlStates.limitExceeded, `A data set can have ${mostSamples} samples`, {
            detail: parent.table,
          });
        }
        const now = Date.now();
        const dataset = sampleDataset(parent, rate, now);
        const schema = await readSchema(connection, parent.schemaId);
        if (!schema) throw new Error(`The schema ${parent.schemaId} is missing`);
        const snapshot = await nextSnapshot(connection, dataset.id, now);
        const where = filter ? `WHERE ${filter.sql}` : '';
        const made = await connection.runAndReadAll(
          `CREATE TABLE ${lakeTable(dataset)} AS
           SELECT * REPLACE (CAST(${snapshot.id} AS BIGINT) AS ${snapshotColumn})
           FROM (SELECT * FROM ${lakeTable(parent)} ${where}) USING SAMPLE ${rate} PERCENT (bernoulli)`,
        );
        const written = made.getRows()[0]?.[0] as bigint;
        await registerDataset(connection, dataset, schema);
        await addSnapshot(connection, dataset.id, snapshot, { rows: written, at: now });
        await addSample(connection, {
          datasetId: dataset.id,
          parentId: parent.id,
          rate,
          filter: filterText(command),
          rows: written,
          created: now,
        });
      }),
    );
  } catch (error) {
    throw fromDuckdb(error, filter ?? unchanged(''));
  }
}

/** `x<id>_uniform_0_5_percent_<5 letters>`, as the Platform names its samples. */
function sampleDataset(parent: StoredDataset, rate: number, now: number): StoredDataset {
  const percent = (Number.isInteger(rate) ? rate.toFixed(1) : String(rate)).replace('.', '_');
  const letters = Array.from({ length: 5 }, () => randomInt(36).toString(36)).join('');
  const table = `x${parent.id}_uniform_${percent}_percent_${letters}`;
  return {
    id: randomBytes(12).toString('hex'),
    table,
    title: table,
    description: `A sample of ${parent.title}`,
    schemaId: parent.schemaId,
    madeBy: 'sample',
    profileEnabled: false,
    created: now,
  };
}

async function translatedFilter(
  session: Session,
  { statement, node }: Command,
): Promise<TranslatedSql | undefined> {
  const condition = childOf(node, NodeKind.FilterContext)?.children[0];
  if (!condition) return undefined;
  const environment = await readEnvironment(session, statement);
  return render(startTranslation(statement, environment).emit(condition), statement.text);
}

function filterText({ statement, node }: Command): string | undefined {
  const condition = childOf(node, NodeKind.FilterContext)?.children[0];
  return condition && textOf(statement, condition);
}
