import type { FileModel } from '../../../analysis/analyzeFile';
import { fieldsOf } from '../../../catalog/catalog';
import type { DataType } from '../../../catalog/types';
import { parentCall } from '../parentCall';
import { comparedField, valuesBeside } from '../comparedField';
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

/** Namespaces of identities that every organisation has. */
const namespaces = ['ECID', 'Email', 'Phone', 'AAID', 'CRMID', 'IDFA', 'GAID', 'Email_LC_SHA256'];

const takesTable: ReadonlySet<string> = new Set(['table_exists 0', 'history_meta 0', 'sample_meta 0']);

/** Inside a string: the values that the schema lists, units, names of tables. */
export function* valueProposals(typing: Typing): Generator<Proposal> {
  const { place, file } = typing;
  if (place.kind === 'expression') yield* comparedValues(typing);
  if (place.kind === 'timeUnit') yield* plain(dateUnits);
  if (place.kind === 'namespace') yield* plain(namespaces);
  if (place.kind !== 'string') return;
  if (place.named) yield* plain(namespaces);
  if (place.key) yield* keys(place.key);
  if (place.snapshot) yield* plain(['HEAD', 'TAIL']);
  for (const value of place.field?.enum ?? []) {
    if (place.taken.includes(value)) continue;
    yield { label: value, insert: value.replaceAll("'", "''"), kind: 'value', rank: rank.value };
  }
  if (place.call) yield* argumentsOf(file, place.call);
}

function* argumentsOf({ catalog }: FileModel, call: CalledWith): Generator<Proposal> {
  const key = keyOf(call);
  yield* plain(argumentValues[key] ?? []);
  if (!takesTable.has(key)) return;
  for (const { table } of catalog.datasets) yield { label: table, kind: 'table', rank: rank.value };
}

/** Where a whole value is wanted: those that the schema lists or the function takes, in quotes. */
function* comparedValues({ place, model, file }: Typing): Generator<Proposal> {
  if (place.kind !== 'expression' || place.qualifier.length > 0 || place.called) return;
  const taken = valuesBeside(model, place.node);
  for (const value of comparedField(model, place.node)?.enum ?? []) {
    if (taken.includes(value)) continue;
    const insert = `'${value.replaceAll("'", "''")}'`;
    yield { label: insert, insert, also: value, kind: 'value', rank: rank.value };
  }
  const call = parentCall(model, place.node);
  for (const proposal of call ? argumentsOf(file, call) : []) {
    yield { ...proposal, label: `'${proposal.label}'`, also: proposal.label };
  }
}

/** Fields of a struct, namespaces of an identity map. */
function* keys(type: DataType): Generator<Proposal> {
  for (const { name } of fieldsOf(type)) yield { label: name, kind: 'field', rank: rank.value };
  if (type.kind !== 'map' || !fieldsOf(type.value).some(({ name }) => name === 'primary')) return;
  yield* plain(namespaces);
}

function* plain(labels: readonly string[]): Generator<Proposal> {
  for (const label of labels) yield { label, kind: 'value', rank: rank.value };
}

function keyOf({ name, argument }: CalledWith): string {
  return `${name} ${argument}`;
}
