import { quoted } from '../../../analysis/names';
import type { Schema } from '../../../analysis/model';
import type { DataType } from '../../../catalog/types';
import { NodeKind as K } from '../../../sql/nodeKind';
import type { Proposal } from '../completionItem';
import { insertedColumn } from '../insertedColumn';
import type { Typing } from '../place';
import { rank } from '../rank';

/** The columns of an INSERT as one list: all of them with brackets, or those that are still missing. */
export function* insertListProposals(typing: Typing): Generator<Proposal> {
  const { place, model, prefix } = typing;
  const order = prefix === '' ? rank.joinCondition : rank.filler;
  if (place.kind === 'columns' && place.fill) {
    const left = columnsBeside(place.schema, place.taken);
    if (left.length > 1) yield filler(left.join(', '), 'all that are left', order);
  }
  if (place.kind === 'expression') yield* nestedValue(typing);
  if (place.kind !== 'continuation') return;
  const insert = model.writes.find(({ node }) => node.kind === K.Insert);
  if (!insert || insert.columns.length > 0 || insert.output) return;
  const meaning = insert.table?.meaning;
  if (meaning?.kind !== 'dataset' && meaning?.kind !== 'definition') return;
  const names = columnsBeside(meaning.schema, []);
  if (names.length > 0) yield filler(`(${names.join(', ')})`, 'all columns', order);
}

type StructType = Extract<DataType, { kind: 'struct' }>;

/** More places than these are not filled one by one. */
const mostFields = 20;

/** A struct for the column whose turn it is, with places for its fields. */
function* nestedValue({ place, model }: Typing): Generator<Proposal> {
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.called) return;
  const { parent } = place.node;
  const column = parent?.kind === K.Projection ? insertedColumn(model, parent) : undefined;
  if (column?.type.kind !== 'struct') return;
  let stops = 0;
  const snippet = `${structOf(column.type, () => `\${${++stops}:NULL}`)} AS ${quoted(column.name)}`;
  if (stops > mostFields) return;
  const label = `${structOf(column.type, () => 'NULL')} AS ${quoted(column.name)}`;
  yield { label, snippet, kind: 'snippet', rank: rank.joinCondition, detail: 'the fields of the column' };
}

function structOf({ fields }: StructType, value: () => string): string {
  const parts = fields.map(({ name, type }) => {
    const given = type.kind === 'struct' ? structOf(type, value) : value();
    return `${given} AS ${quoted(name)}`;
  });
  return `struct(${parts.join(', ')})`;
}

function columnsBeside({ columns }: Schema, taken: readonly string[]): readonly string[] {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  return columns.filter(({ name }) => !known.has(name.toLowerCase())).map(({ name }) => quoted(name));
}

function filler(label: string, detail: string, order: number): Proposal {
  return { label, detail, kind: 'snippet', rank: order };
}
