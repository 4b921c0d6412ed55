import {
  BIGINT,
  DuckDBDataChunk,
  INTEGER,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';

/** Who did what when: all of an event that the simulation decides. */
export interface OutlineRow {
  readonly number: number;
  readonly user: number;
  readonly type: number;
  /** Microseconds since 1970. */
  readonly at: bigint;
  readonly snapshot: bigint;
  /** These are 0 where the scenario has no use for them. */
  readonly visit: number;
  readonly about: number;
  readonly detail: number;
}

/** A temporary table that carries outlines into the database, a slice at a time. */
export interface Outline {
  readonly table: string;
  /** Puts `rows` in the place of what the table held. */
  readonly fill: (rows: readonly OutlineRow[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** As many rows as a chunk of DuckDB can hold. */
const chunkSize = 2048;
const types: readonly DuckDBType[] = [BIGINT, INTEGER, INTEGER, BIGINT, BIGINT, INTEGER, INTEGER, INTEGER];

export async function openOutline(connection: DuckDBConnection): Promise<Outline> {
  await connection.run(
    `CREATE TEMP TABLE event_outline (
       number BIGINT, user_number INTEGER, type INTEGER, happened_at BIGINT, snapshot BIGINT,
       visit INTEGER, about INTEGER, detail INTEGER)`,
  );
  return {
    table: 'temp.event_outline',
    fill: async (rows) => {
      await connection.run('DELETE FROM temp.event_outline');
      const appender = await connection.createAppender('event_outline', 'main', 'temp');
      for (let start = 0; start < rows.length; start += chunkSize) {
        appender.appendDataChunk(chunkOf(rows.slice(start, start + chunkSize)));
      }
      appender.closeSync();
    },
    close: async () => {
      await connection.run('DROP TABLE temp.event_outline');
    },
  };
}

function chunkOf(rows: readonly OutlineRow[]): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(types, rows.length);
  const columns: DuckDBValue[][] = [
    rows.map((row) => BigInt(row.number)),
    rows.map((row) => row.user),
    rows.map((row) => row.type),
    rows.map((row) => row.at),
    rows.map((row) => row.snapshot),
    rows.map((row) => row.visit),
    rows.map((row) => row.about),
    rows.map((row) => row.detail),
  ];
  chunk.setColumns(columns);
  return chunk;
}
