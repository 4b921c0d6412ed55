import { splitQuery } from '../../protocol/queryText';

/**
 * Statements whose effect lasts as long as the session: settings, transactions, cursors, prepared statements and
 * temporary tables, of which statistics make one too.
 */
const lasting =
  /^(?:SET\s+(?!@)\S|RESET|BEGIN|START\s+TRANSACTION|DECLARE|PREPARE|CREATE\s+(?:OR\s+REPLACE\s+)?TEMP(?:ORARY)?\b|ANALYZE\b[^]*\bCOMPUTE\s+STATISTICS)/i;

/** Later queries must go to the session that ran this one. */
export function changesSession(sql: string): boolean {
  return splitQuery(sql).some((statement) => lasting.test(statement));
}

/** The text can only be sent whole: the extended protocol takes one statement, and blocks are none of its own. */
export function isScript(sql: string): boolean {
  const statements = splitQuery(sql);
  return statements.length !== 1 || statements.some((statement) => statement.startsWith('$$'));
}
