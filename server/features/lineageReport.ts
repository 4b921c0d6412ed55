import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import { isValue, wayOrder, type Flow, type Reach, type Way } from '../analysis/lineage/flow';
import { outermostColumns } from '../analysis/lineage/outermostColumns';
import {
  statementLineage,
  type ColumnLineage,
  type LineageKind,
  type QueryLineage,
} from '../analysis/lineage/statementLineage';
import type { ForeignPlace } from '../analysis/elsewhere';
import type { StatementModel } from '../analysis/model';
import type { TextRange } from '../base/textRange';
import { printType } from '../catalog/typeText';
import { rangeOf } from '../sql/tree';

/** Where the columns of one query come from, in plain values; offsets count in the file. */
export interface LineageReport {
  readonly kind: LineageKind;
  /** What the query makes or fills. */
  readonly target: string | undefined;
  /** Of the statement, or of the one in a block. */
  readonly range: TextRange;
  readonly columns: readonly ReportedColumn[];
  /** The fields that decide which rows there are. */
  readonly rows: readonly ReportedSource[];
  /** All columns and sources are known. */
  readonly complete: boolean;
}

export interface ReportedColumn {
  readonly name: string;
  readonly type: string;
  /** The column of the target that an INSERT fills. */
  readonly into: string | undefined;
  /** In the select list. */
  readonly range: TextRange;
  /** By value, then by influence of the column's own windows and filters; not those of all columns. */
  readonly sources: readonly ReportedSource[];
  /** The usage labels that come along by value. */
  readonly labels: readonly string[];
  readonly declassified: readonly ReportedDeclassification[];
  readonly complete: boolean;
}

export interface ReportedSource {
  /** `table.path` */
  readonly column: string;
  readonly table: string;
  readonly path: string;
  readonly how: readonly Way[];
  /** The usage labels of the field, be they passed on or not. */
  readonly labels: readonly string[];
  /** The column that reads it. */
  readonly place: ReadPlace | undefined;
}

export interface ReadPlace {
  readonly range: TextRange;
  /** The other file that it is in. */
  readonly file: Pick<ForeignPlace, 'uri' | 'text'> | undefined;
}

export interface ReportedDeclassification {
  readonly column: string;
  readonly labels: readonly string[];
  readonly reason: string;
}

/** The lineage of every query of a file, in order of place. */
export function lineageReports(file: FileModel): readonly LineageReport[] {
  return file.statements.flatMap((each) => reportsOf(file, each));
}

function reportsOf(file: FileModel, { model, offset }: AnalyzedStatement): readonly LineageReport[] {
  return statementLineage(model).map((lineage) => report(file, model, offset, lineage));
}

/** The lineage of the query at an offset: the innermost one, else the last one that begins before. */
export function lineageAt(file: FileModel, offset: number): LineageReport | undefined {
  const before = file.statements.filter((each) => each.offset <= offset);
  for (const each of [...before].reverse()) {
    const found = reportsOf(file, each).findLast(({ range }) => range.start <= offset);
    if (found) return found;
  }
  return lineageReports(file)[0];
}

/** The sources of a column together with those that decide which rows there are. */
export function allSources(
  column: ReportedColumn,
  rows: readonly ReportedSource[],
): readonly ReportedSource[] {
  const merged = new Map(column.sources.map((source) => [source.column, source]));
  for (const source of rows) {
    const own = merged.get(source.column);
    const how = wayOrder.filter((way) => own?.how.includes(way) === true || source.how.includes(way));
    merged.set(source.column, { ...source, ...own, how });
  }
  return [...merged.values()];
}

function report(
  file: FileModel,
  model: StatementModel,
  offset: number,
  { kind, target, node, query, columns, rows, open }: QueryLineage,
): LineageReport {
  const items = outermostColumns(model, query).flatMap((item) => item.columns.map(() => item.node));
  const reported = columns.map((column, index) =>
    reportedColumn(file, column, moved(rangeOf(model.statement, items[index] ?? query), offset)),
  );
  return {
    ...{ kind, target },
    range: moved(rangeOf(model.statement, node), offset),
    columns: reported,
    rows: sourcesOf(file, rows),
    complete: !open && rows.complete && reported.every((column) => column.complete),
  };
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function reportedColumn(
  file: FileModel,
  { column, into, flow }: ColumnLineage,
  range: TextRange,
): ReportedColumn {
  return {
    ...{ name: column.name, type: printType(column.type), into, range },
    sources: sourcesOf(file, flow),
    ...labelsOf(flow),
    complete: flow.complete,
  };
}

/** The labels that a flow carries, and those that were ended on its way. */
export function labelsOf(flow: Flow): Pick<ReportedColumn, 'labels' | 'declassified'> {
  const reaches = [...flow.reaches.values()].filter(isValue);
  const labels = [...new Set(reaches.flatMap((reach) => reach.labels))];
  const declassified = [...new Set(reaches.flatMap((reach) => reach.declassified))].map((comment) => ({
    column: comment.column,
    labels: comment.labels.filter((label) => reaches.some(({ field }) => field.labels.includes(label))),
    reason: comment.reason ?? '',
  }));
  return { labels, declassified };
}

function sourcesOf(file: FileModel, flow: Flow): readonly ReportedSource[] {
  const all = [...flow.reaches.values()];
  const valueFirst = [...all.filter(isValue), ...all.filter((reach) => !isValue(reach))];
  return valueFirst.map((reach) => ({
    column: reach.field.name,
    table: reach.field.dataset.table,
    path: reach.field.fields.map(({ name }) => name).join('.'),
    how: wayOrder.filter((way) => reach.ways.has(way)),
    labels: reach.field.labels,
    place: placeOf(file, reach),
  }));
}

function placeOf(file: FileModel, reach: Reach): ReadPlace | undefined {
  let hop = reach.hops;
  while (hop?.next) hop = hop.next;
  if (!hop) return undefined;
  const { statement, node } = hop;
  const home = file.tree.statements.find((each) => each.statement === statement);
  const foreign = home ? undefined : file.elsewhere.placeOf(statement);
  const found = home ?? foreign;
  return found && { range: moved(rangeOf(statement, node), found.offset), file: foreign };
}
