import { columnsOf } from '../../../analysis/query/star';
import { frames } from '../../../analysis/scope';
import type { Column, Frame, Source } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { columnDocument } from '../../render/columnDocument';
import { isBeforeFrom, likelyDatasets } from '../likelyDatasets';
import { withWholeType } from '../wholeType';
import { comparedColumn } from '../comparedColumn';
import { expectedType, fitRank } from '../expectedType';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { shortType } from '../shortType';
import { clauseAt } from '../tokens';
import { TokenKind as T } from '../../../sql/tokenKind';

/** Columns by their names alone, and the aliases that can stand before a dot. */
export function* columnProposals(typing: Typing): Generator<Proposal> {
  const { place } = typing;
  if (place.kind === 'columns') {
    const taken = new Set(place.taken.map((name) => name.toLowerCase()));
    for (const [index, column] of place.schema.columns.entries()) {
      const order = rank.column + Math.min(index, 999) / 1000;
      if (!taken.has(column.name.toLowerCase())) yield columnProposal(column, undefined, order);
    }
  }
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.called) return;
  const expected = expectedType(typing.model, place.node);
  const other = comparedColumn(typing.model, place.node);
  const ofResult = isOfResult(typing);
  const inner = new Set<string>();
  let depth = 0;
  for (const frame of frames(place.scope)) {
    const shared = ambiguousNames(frame);
    const base = ofResult && frame.kind === 'aliases' ? rank.result : bases[frame.kind] + depth * 4;
    const visible = columnsWithSources(frame);
    for (const { column, source } of visible) {
      const key = column.name.toLowerCase();
      const owner = shared.has(key) || inner.has(key) ? source : undefined;
      const isCounterpart = other?.name === key && source !== undefined && source !== other.source;
      const order = isCounterpart ? rank.value : base + fitRank(expected, column.type);
      yield columnProposal(column, source, order, owner);
    }
    if (frame.kind !== 'aliases') for (const { column } of visible) inner.add(column.name.toLowerCase());
    if (frame.kind === 'rows') {
      yield* frame.rows.sources.flatMap(sourceProposal);
      depth++;
    }
  }
  if (isBeforeFrom(typing)) yield* columnsElsewhere(typing);
}

const bases = { rows: rank.column, aliases: rank.alias, lambda: rank.parameter } as const;

/** ORDER BY and HAVING see the finished rows, so that what the select list made is likely there. */
function isOfResult({ model, token }: Typing): boolean {
  const { keyword } = clauseAt(model.statement, token);
  return keyword === T.ORDER || keyword === T.HAVING;
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

/** Before FROM is typed: with their table. */
function* columnsElsewhere({ file }: Typing): Generator<Proposal> {
  for (const dataset of likelyDatasets(file)) {
    for (const field of dataset.columns) {
      const origin = { kind: 'field', dataset, field } as const;
      const column: Column = { name: field.name, type: field.type, nullable: true, origin };
      yield { ...columnProposal(column, undefined, rank.elsewhere), origin: dataset.table };
    }
  }
}
