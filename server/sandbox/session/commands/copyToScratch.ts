import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SyntaxNode } from '../../../sql/node';
import { textOf } from '../../../sql/tree';
import { quoted } from '../../store/sqlText';
import { stringValue } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { TranslatedSql } from '../../translate/translatedSql';
import type { Command } from '../command';
import { fromDuckdb } from '../duckdbError';
import { interruptible } from '../interruptible';
import { openAction } from '../openAction';
import type { OpenStatement } from '../openStatement';
import type { Session } from '../session';
import { translateQuery } from './query';

const formats: Readonly<Record<string, string>> = {
  parquet: 'FORMAT parquet',
  csv: 'FORMAT csv, HEADER',
  json: 'FORMAT json',
};

/**
 * COPY ( query ) TO '%scratch_space%/folder' WITH FORMAT 'csv': the rows as files below the user's scratch space, in a
 * folder of their own. Parquet when no format is said.
 */
export function copyToScratch(session: Session, command: Command, parts: CopyParts): OpenStatement {
  const { statement } = command;
  const folder = /^%scratch_space%\/([\w-]+(?:\/[\w-]+)*)\/?$/.exec(
    stringValue(statement, parts.target) ?? '',
  )?.[1];
  if (folder === undefined) {
    throw notSupported(statement, parts.target, "COPY other than TO STDOUT or TO '%scratch_space%/folder'");
  }
  const name = parts.format ? textOf(statement, parts.format).replace(/['"]/g, '').toLowerCase() : 'parquet';
  const format = formats[name];
  if (format === undefined) throw notSupported(statement, parts.format ?? parts.target, `the format ${name}`);
  return openAction(async (signal) => {
    const translated = await translateQuery(session, statement, parts.query);
    const rows = await write(session, translated, { folder, format, extension: name, signal });
    return `COPY ${rows}`;
  });
}

export interface CopyParts {
  readonly query: SyntaxNode;
  readonly target: SyntaxNode;
  readonly format: SyntaxNode | undefined;
}

/** A file is closed, and another begun, at about this size. */
const fileBytes = 256 << 20;

/** The database may write in the temporary folder only; what is complete is moved to its place at once. */
async function write(
  session: Session,
  translated: TranslatedSql,
  target: {
    readonly folder: string;
    readonly format: string;
    readonly extension: string;
    readonly signal: AbortSignal;
  },
): Promise<number> {
  const { database, scratch } = session.services;
  const id = randomUUID();
  const temporary = join(scratch.temporaryFolder, id);
  const options = `${target.format}, FILE_SIZE_BYTES ${fileBytes}, FILE_EXTENSION '${target.extension}'`;
  const prefix = 'COPY (';
  try {
    const copied = await database.use((connection) =>
      interruptible(connection, target.signal, () =>
        connection.runAndReadAll(`${prefix}${translated.sql}\n) TO ${quoted(temporary)} (${options})`),
      ),
    );
    const place = join(scratch.folder, 'acp_foundation_queryService', target.folder, id);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(temporary, place);
    return Number(copied.getRows()[0]?.[0] ?? 0);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw fromDuckdb(error, {
      sql: prefix + translated.sql,
      sourceOffset: (offset) => translated.sourceOffset(Math.max(0, offset - prefix.length)),
    });
  }
}
