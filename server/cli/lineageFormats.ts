import type { LineIndex } from '../base/lineIndex';
import type { TextRange } from '../base/textRange';
import {
  allSources,
  type LineageReport,
  type ReportedColumn,
  type ReportedSource,
} from '../features/lineageReport';

/** The lineage of one query of a file. */
export interface FileLineage {
  /** As the user named it, with slashes. */
  readonly file: string;
  readonly lines: LineIndex;
  readonly report: LineageReport;
}

export type FormatLineage = (lineages: readonly FileLineage[]) => string;

/** One array, one entry a query; lines and characters count from 0, as in the language server protocol. */
export const jsonLineage: FormatLineage = (lineages) => {
  const entries = lineages.map(({ file, lines, report }) => ({
    file,
    range: position(lines, report.range),
    kind: report.kind,
    target: report.target,
    columns: report.columns.map((column) => ({
      name: column.name,
      type: column.type,
      into: column.into,
      sources: allSources(column, report.rows).map(source),
      labels: column.labels,
      declassified: column.declassified,
      complete: column.complete,
    })),
    rows: report.rows.map(source),
    complete: report.complete,
  }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
};

function position(lines: LineIndex, { start, end }: TextRange) {
  return { start: lines.position(start), end: lines.position(end) };
}

function source({ column, how, labels }: ReportedSource) {
  return { column, how, labels };
}

/** A heading for each query, under it its columns with their sources, and last what decides which rows there are. */
export const textLineage: FormatLineage = (lineages) =>
  lineages.map((lineage) => textOfQuery(lineage).join('\n')).join('\n');

const names: Readonly<Record<LineageReport['kind'], string>> = {
  query: 'query',
  table: 'table',
  view: 'view',
  insert: 'insert into',
  model: 'model',
  audience: 'audience',
  copy: 'copy',
  variable: 'variable',
  prepared: 'prepared statement',
  cursor: 'cursor',
};

function textOfQuery({ file, lines, report }: FileLineage): readonly string[] {
  const { line, character } = lines.position(report.range.start);
  const target = report.target === undefined ? '' : ` ${report.target}`;
  return [
    `${file}:${line + 1}:${character + 1}: ${names[report.kind]}${target}`,
    ...report.columns.flatMap(textOfColumn),
    ...(report.rows.length > 0 ? ['  which rows', ...report.rows.map(textOfSource)] : []),
    ...(report.complete ? [] : ['  (not complete: a name, table or template here is not known)']),
    '',
  ];
}

const longestType = 60;

function textOfColumn(column: ReportedColumn): readonly string[] {
  const { name, type, into, sources, labels, declassified } = column;
  const shown = type.length > longestType ? `${type.slice(0, longestType)}...` : type;
  return [
    `  ${name} ${shown}${into === undefined ? '' : `, into ${into}`}${labels.length > 0 ? `  carries ${labels.join(', ')}` : ''}`,
    ...sources.map(textOfSource),
    ...declassified.map(
      (each) => `    ${each.labels.join(', ')} declassified in ${each.column}: ${each.reason}`,
    ),
  ];
}

function textOfSource({ column, how, labels }: ReportedSource): string {
  return `    ${column}  ${how.join(', ')}${labels.length > 0 ? `  [${labels.join(', ')}]` : ''}`;
}
