import { z } from 'zod';
import { LineIndex } from '../../base/lineIndex';
import { labelMeaning } from '../../catalog/labelMeaning';
import {
  lineageAt,
  type ReadPlace,
  type ReportedColumn,
  type ReportedSource,
} from '../../features/lineageReport';
import { restrictedColumns } from '../../features/labels/restrictedColumns';
import { parse } from '../../sql/parse';
import type {
  LanguageRequests,
  LineageColumn,
  LineageLabel,
  LineageSource,
  TextPlace,
} from '../../protocol/language';
import type { OpenFile } from '../context';
import { protoRange } from '../toProto/range';
import type { Register } from './handler';

const position = z.object({ line: z.number().int(), character: z.number().int() });
const lineageParams = z.object({ uri: z.string(), position });
const restrictedParams = z.object({ uri: z.string(), before: z.string(), sql: z.string() });

/** Where the columns of the query at a place come from: what Show Lineage shows. */
export const lineageHandler: Register = (context, dispatch) => {
  const at = async (params: unknown): Promise<LanguageRequests['featureSql/lineage']['result']> => {
    const asked = lineageParams.parse(params);
    const opened = await context.open(asked.uri);
    const report = opened && lineageAt(opened.file, opened.document.offsetAt(asked.position));
    if (!report) return null;
    const forbidden = context.options().restrictedLabels;
    return {
      kind: report.kind,
      target: report.target ?? null,
      range: protoRange(opened.document, report.range),
      columns: report.columns.map((column) => lineageColumn(opened, column, forbidden)),
      rows: report.rows.map((source) => lineageSource(opened, source)),
      complete: report.complete,
    };
  };
  const restricted = async (params: unknown): Promise<Restricted> => {
    const { uri, before, sql } = restrictedParams.parse(params);
    const opened = await context.open(uri);
    if (opened?.catalogPending) return null;
    const workspace = opened?.workspace ?? (await context.workspace(uri));
    const { statements } = workspace.analyze(opened?.uri ?? uri, parse(before + sql));
    const last = statements.findLast(({ offset }) => offset <= before.length);
    const found = last ? restrictedColumns(last.model, context.options().restrictedLabels) : [];
    return found.map((each) => ({ ...each, meaning: labelMeaning(each.label) ?? null }));
  };
  const { connection } = context;
  connection.onRequest('featureSql/lineage', dispatch.guard('featureSql/lineage', null, at));
  const name = 'featureSql/restrictedColumns';
  connection.onRequest(name, dispatch.guard(name, null, restricted));
};

type Restricted = LanguageRequests['featureSql/restrictedColumns']['result'];

function lineageColumn(
  opened: OpenFile,
  { name, type, into, range, sources, labels, declassified, complete }: ReportedColumn,
  restricted: readonly string[],
): LineageColumn {
  return {
    ...{ name, type, declassified, complete },
    into: into ?? null,
    range: protoRange(opened.document, range),
    sources: sources.map((source) => lineageSource(opened, source)),
    labels: labels.map((label) => lineageLabel(label, restricted)),
  };
}

function lineageSource(opened: OpenFile, { table, path, how, labels, place }: ReportedSource): LineageSource {
  return { table, path, how, labels, place: place ? textPlace(opened, place) : null };
}

function textPlace({ document }: OpenFile, { range, file }: ReadPlace): TextPlace {
  if (!file) return { uri: document.uri, range: protoRange(document, range) };
  const lines = new LineIndex(file.text);
  return { uri: file.uri, range: { start: lines.position(range.start), end: lines.position(range.end) } };
}

function lineageLabel(name: string, restricted: readonly string[]): LineageLabel {
  return { name, meaning: labelMeaning(name) ?? null, restricted: restricted.includes(name) };
}
