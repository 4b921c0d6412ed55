import { z } from 'zod';
import { dataError, unsupportedError, userError } from '../translate/functions/userError';
import type { TranslatedSql } from '../translate/translatedSql';
import { SqlError, sqlStates, type SqlState } from './sqlError';

/** What DuckDB says about an error when `errors_as_json` is set. Positions count bytes of UTF-8. */
const duckdbReport = z.looseObject({
  exception_type: z.string(),
  exception_message: z.string(),
  error_subtype: z.string().optional(),
  type: z.string().optional(),
  name: z.string().optional(),
  position: z.string().optional(),
  candidates: z.string().optional(),
});

type DuckdbReport = z.infer<typeof duckdbReport>;

/** Turns what DuckDB threw while it worked on `translated` into the problem to report, placed in the author's text. */
export function fromDuckdb(error: unknown, translated: TranslatedSql): SqlError {
  if (error instanceof SqlError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const report = readReport(message);
  if (/^interrupt/i.test(report?.exception_type ?? message)) return canceled();
  if (!report) return new SqlError(sqlStates.systemError, 'System error', { detail: message });
  const offset =
    report.position === undefined ? undefined : sourceOffset(Number(report.position), translated);
  const { sqlState, what, detail } = explain(report);
  return new SqlError(sqlState, what, { detail, offset, hint: hintOf(report) });
}

export function canceled(): SqlError {
  return new SqlError(sqlStates.canceled, 'The statement was canceled at the request of the user');
}

function readReport(message: string): DuckdbReport | undefined {
  const start = message.indexOf('{');
  if (start < 0) return undefined;
  try {
    return duckdbReport.parse(JSON.parse(message.slice(start)));
  } catch {
    return undefined;
  }
}

function sourceOffset(bytes: number, translated: TranslatedSql): number | undefined {
  if (!Number.isSafeInteger(bytes)) return undefined;
  const offset = Buffer.from(translated.sql).subarray(0, bytes).toString().length;
  return translated.sourceOffset(offset);
}

interface Explanation {
  readonly sqlState: SqlState;
  readonly what: string;
  readonly detail: string;
}

function explain(report: DuckdbReport): Explanation {
  const unsupported = detailAfter(unsupportedError, report);
  if (unsupported !== undefined) {
    return { sqlState: sqlStates.featureNotSupported, what: 'Feature not supported', detail: unsupported };
  }
  const raised = detailAfter(userError, report);
  if (raised !== undefined) return { sqlState: sqlStates.systemError, what: 'User error', detail: raised };
  const refused = detailAfter(dataError, report);
  if (refused !== undefined)
    return { sqlState: sqlStates.dataException, what: 'Value not accepted', detail: refused };
  const name = report.name ?? '';
  if (report.error_subtype === 'MISSING_ENTRY' && (report.type === 'Table' || report.type === 'View')) {
    return { sqlState: sqlStates.undefinedTable, what: 'Table not found', detail: name };
  }
  if (report.error_subtype === 'ENTRY_ALREADY_EXISTS') {
    return { sqlState: sqlStates.duplicateTable, what: 'Table already exists', detail: name };
  }
  switch (report.exception_type) {
    case 'Parser':
      return { sqlState: sqlStates.syntaxError, what: 'Syntax error', detail: firstLine(report) };
    case 'Not implemented':
      return {
        sqlState: sqlStates.featureNotSupported,
        what: 'Feature not supported',
        detail: firstLine(report),
      };
    case 'Catalog':
    case 'Binder':
      return analysisError(firstLine(report));
    default:
      return { sqlState: sqlStates.systemError, what: 'System error', detail: firstLine(report) };
  }
}

function detailAfter(prefix: string, { exception_message: message }: DuckdbReport): string | undefined {
  return message.startsWith(prefix) ? message.slice(prefix.length) : undefined;
}

function analysisError(reason: string): Explanation {
  return {
    sqlState: sqlStates.systemError,
    what: 'Batch query execution gets :',
    detail: `Analysis error encountered. Reason: [${reason}]`,
  };
}

/** The rest of DuckDB's messages are its suggestions, which speak of the translated text. */
function firstLine(report: DuckdbReport): string {
  return report.exception_message.split('\n', 1)[0] as string;
}

function hintOf(report: DuckdbReport): string | undefined {
  const [candidate] = report.candidates?.split(',') ?? [];
  return candidate ? `Did you mean "${candidate.trim()}"?` : undefined;
}
