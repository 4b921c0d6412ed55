import { columnsOf } from '../../../analysis/query/star';
import { frames } from '../../../analysis/scope';
import type { Column, Frame, Scope, Source } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { columnDocument } from '../../render/columnDocument';
import { withWholeType } from '../wholeType';
import { expectedType, fitRank } from '../expectedType';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { shortType } from '../shortType';

/** Columns by their names alone, and the aliases that can stand before a dot. */
export function* columnProposals(typing: Typing): Generator<Proposal> {
  const { place } = typing;
  if (place.kind === 'columns') {
    const taken = new Set(place.taken.map((name) => name.toLowerCase()));
    for (const column of place.schema.columns) {
      if (!taken.has(column.name.toLowerCase())) yield columnProposal(column, undefined, rank.column);
    }
  }
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.called) return;
  const expected = expectedType(typing.model, place.node);
  let depth = 0;
  for (const frame of frames(place.scope)) {
    const shared = ambiguousNames(frame);
    for (const { column, source } of columnsWithSources(frame)) {
      const owner = shared.has(column.name.toLowerCase()) ? source : undefined;
      const base = frame.kind === 'rows' ? rank.column : rank.alias;
      yield columnProposal(column, source, base + depth * 4 + fitRank(expected, column.type), owner);
    }
    if (frame.kind === 'rows') {
      yield* frame.rows.sources.flatMap(sourceProposal);
      depth++;
    }
  }
  if (isWithoutRows(place.scope)) yield* columnsElsewhere(typing);
}

interface Visible {
  readonly column: Column;
  readonly source: Source | undefined;
}

function columnsWithSources(frame: Frame): readonly Visible[] {
  if (frame.kind !== 'rows') {
    const columns = frame.kind === 'aliases' ? frame.columns.columns : frame.columns;
    return columns.filter((column) => !column.unnamed).map((column) => ({ column, source: undefined }));
  }
  const merged = new Set(frame.rows.merged.map((column) => column.name.toLowerCase()));
  return [
    ...frame.rows.merged.map((column) => ({ column, source: undefined })),
    ...frame.rows.sources.flatMap((source) =>
      columnsOf(source)
        .filter((column) => !merged.has(column.name.toLowerCase()))
        .map((column) => ({ column, source })),
    ),
  ];
}

/** Names that only a qualifier makes clear. */
function ambiguousNames(frame: Frame): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  if (frame.kind !== 'rows' || frame.rows.sources.length < 2) return twice;
  for (const { column } of columnsWithSources(frame)) {
    const key = column.name.toLowerCase();
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

export function columnProposal(
  column: Column,
  source: Source | undefined,
  order: number,
  owner?: Source,
): Proposal {
  const qualifier = owner?.qualifier.at(-1);
  const origin = source?.qualifier.at(-1);
  const name = quoted(column.name);
  return {
    label: qualifier === undefined ? column.name : `${qualifier}.${column.name}`,
    insert: qualifier === undefined ? name : `${quoted(qualifier)}.${name}`,
    kind: 'column',
    also: column.name,
    detail: shortType(column.type),
    ...(origin !== undefined && { origin }),
    rank: order,
    document: () => withWholeType(column.type, columnDocument(column)),
  };
}

function sourceProposal(source: Source): readonly Proposal[] {
  const name = source.qualifier.at(-1);
  if (name === undefined) return [];
  const detail = source.dataset?.table ?? source.definition?.name;
  return [
    {
      label: name,
      insert: quoted(name),
      kind: 'source',
      rank: rank.source,
      ...(detail !== undefined && { detail }),
    },
  ];
}

function isWithoutRows(scope: Scope): boolean {
  return ![...frames(scope)].some((frame) => frame.kind === 'rows' && frame.rows.sources.length > 0);
}

/** To read the columns of a data set takes milliseconds, so that of a large catalog a few must do. */
const mostSmall = 50;
const mostOfLarge = 4;

/** Before FROM is typed, any table may be meant: columns of the tables in the file, else of all, with their table. */
function* columnsElsewhere({ file }: Typing): Generator<Proposal> {
  const used = new Set(
    file.statements.flatMap(({ model }) =>
      model.tables.flatMap(({ meaning }) => (meaning.kind === 'dataset' ? [meaning.dataset] : [])),
    ),
  );
  const { datasets: all } = file.catalog;
  const datasets =
    used.size > 0 ? [...used] : all.slice(0, all.length > mostSmall ? mostOfLarge : all.length);
  for (const dataset of datasets) {
    for (const field of dataset.columns) {
      const origin = { kind: 'field', dataset, field } as const;
      const column: Column = { name: field.name, type: field.type, nullable: true, origin };
      yield { ...columnProposal(column, undefined, rank.elsewhere), origin: dataset.table };
    }
  }
}
