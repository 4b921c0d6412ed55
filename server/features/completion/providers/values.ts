import type { Proposal } from '../completionItem';
import type { CalledWith, Typing } from '../place';
import { rank } from '../rank';

const dateUnits = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];
const timeUnits = ['days', 'hours', 'minutes', 'seconds'];

/** Values of text arguments: `function argument`. */
const argumentValues: Readonly<Record<string, readonly string[]>> = {
  'date_trunc 0': dateUnits,
  'trunc 1': ['YEAR', 'QUARTER', 'MONTH', 'WEEK'],
  'date_part 0': dateUnits,
  'time_between_previous_match 2': timeUnits,
  'time_between_next_match 2': timeUnits,
  'numeric_imputer 1': ['mean', 'median', 'mode'],
  'parse_url 1': ['HOST', 'PATH', 'QUERY', 'REF', 'PROTOCOL', 'FILE', 'AUTHORITY', 'USERINFO'],
};

const takesTable: ReadonlySet<string> = new Set(['table_exists 0', 'history_meta 0', 'sample_meta 0']);

/** Inside a string: the values that the schema lists, units, names of tables. */
export function* valueProposals(typing: Typing): Generator<Proposal> {
  const { place, file } = typing;
  if (place.kind !== 'string') return;
  for (const value of place.field?.enum ?? []) {
    yield { label: value, insert: value.replaceAll("'", "''"), kind: 'value', rank: rank.value };
  }
  const key = place.call && keyOf(place.call);
  if (key === undefined) return;
  for (const value of argumentValues[key] ?? []) yield { label: value, kind: 'value', rank: rank.value };
  if (!takesTable.has(key)) return;
  for (const dataset of file.catalog.datasets) {
    yield { label: dataset.table, kind: 'table', rank: rank.value };
  }
}

function keyOf({ name, argument }: CalledWith): string {
  return `${name} ${argument}`;
}
