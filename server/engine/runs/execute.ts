import type { Session } from '../sessions/session';
import { isScript } from '../sessions/sessionState';
import type { TypeNames } from '../sessions/typeNames';
import type { ResultStore } from '../store/resultStore';
import type { StoredResult } from '../store/storedResult';
import { resultTypeOf, type WireField } from '../values/resultType';
import { FetchedResult, rowsAMove, type FetchedColumn } from './fetchedResult';

export interface Executed {
  /** Absent when no statement gave rows. */
  readonly result?: FetchedResult;
  /** Of all statements, as the server named them; empty while a cursor is open. */
  readonly commandTag: () => string;
}

export interface ExecuteContext {
  readonly typeNames: TypeNames;
  readonly store: Promise<ResultStore>;
}

/**
 * Sends a query as written: one statement with a cursor, of which `previewRows` rows are fetched; anything else
 * whole, and then the last result that has rows counts.
 */
export async function execute(
  session: Session,
  sql: string,
  previewRows: number,
  context: ExecuteContext,
): Promise<Executed> {
  return isScript(sql)
    ? executeScript(session, sql, context)
    : executeStatement(session, sql, previewRows, context);
}

async function executeScript(
  session: Session,
  sql: string,
  { store, typeNames }: ExecuteContext,
): Promise<Executed> {
  const results: LastResult = { fields: [], stored: undefined };
  try {
    const tags = await session.runScript(sql, {
      begin: async (fields) => {
        await results.stored?.drop();
        results.fields = fields;
        results.stored = await newResult(store, fields);
      },
      rows: async (rows) => results.stored?.append(rows),
    });
    const commandTag = (): string => tags.join(', ');
    if (!results.stored) return { commandTag };
    const names = await typeNames.of(results.fields, session);
    return {
      result: new FetchedResult(columnsOf(results.fields, names), results.stored, undefined),
      commandTag,
    };
  } catch (error) {
    await results.stored?.drop();
    throw error;
  }
}

interface LastResult {
  fields: readonly WireField[];
  stored: StoredResult | undefined;
}

async function executeStatement(
  session: Session,
  sql: string,
  previewRows: number,
  { store, typeNames }: ExecuteContext,
): Promise<Executed> {
  const cursor = await session.openCursor(sql, Math.min(previewRows, rowsAMove));
  const { fields } = cursor;
  const commandTag = (): string => cursor.commandTag;
  if (fields.length === 0) return { commandTag };
  const names = await typeNames.of(fields, cursor.sessionIsFree ? session : undefined);
  const result = new FetchedResult(columnsOf(fields, names), await newResult(store, fields), cursor);
  try {
    await result.readTo(previewRows);
    return { result, commandTag };
  } catch (error) {
    await result.drop();
    throw error;
  }
}

/** The names of types do not matter to the store, which holds all nested values as JSON text. */
async function newResult(store: Promise<ResultStore>, fields: readonly WireField[]): Promise<StoredResult> {
  return (await store).newResult(fields.map((field) => resultTypeOf(field, new Map()).values));
}

function columnsOf(
  fields: readonly WireField[],
  names: ReadonlyMap<number, string>,
): readonly FetchedColumn[] {
  return fields.map((field) => ({ name: field.name, type: resultTypeOf(field, names) }));
}
