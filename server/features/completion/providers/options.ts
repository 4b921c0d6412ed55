import { NodeKind as K } from '../../../sql/nodeKind';
import type { SyntaxNode } from '../../../sql/node';
import type { Proposal } from '../completionItem';
import { isColumnOption, modelOptionProposals, modelValueProposals } from '../modelOptions';
import { nameOfOption, optionsOf } from '../options';
import type { Typing } from '../place';
import { rank } from '../rank';
import { columnProposal } from './columns';

interface Option {
  readonly name: string;
  readonly snippet: string;
}

const tableOptions: readonly Option[] = [
  { name: 'schema', snippet: "schema='${1:XDM schema title}'" },
  { name: 'rowvalidation', snippet: "rowvalidation='${1|false,true|}'" },
  { name: 'label', snippet: "label='${1:PROFILE}'" },
];
const audienceOptions: readonly Option[] = [
  { name: 'primary_identity', snippet: 'primary_identity=${1:column}' },
  { name: 'identity_namespace', snippet: 'identity_namespace=${1:ECID}' },
  { name: 'schema', snippet: "schema='${1:title}'" },
];

/** Options of CREATE TABLE, CREATE AUDIENCE and CREATE MODEL that are not given yet, and the values they take. */
export function* optionProposals(typing: Typing): Generator<Proposal> {
  const { place, model } = typing;
  if (place.kind === 'optionValue') yield* valuesOf(typing, place.option);
  if (place.kind !== 'option') return;
  const given = optionsOf(model.statement, place.statement);
  if (isModel(place.statement)) return yield* modelOptionProposals(given);
  for (const { name, snippet } of place.statement.kind === K.CreateAudience
    ? audienceOptions
    : tableOptions) {
    if (given.has(name.toUpperCase())) continue;
    yield { label: name, insert: `${name}=`, snippet, kind: 'option', rank: rank.column };
  }
}

function* valuesOf(typing: Typing, option: SyntaxNode): Generator<Proposal> {
  const { model, file } = typing;
  const name = nameOfOption(model.statement, option);
  const made = option.parent?.parent;
  if (made && isModel(made)) {
    if (isColumnOption(name)) yield* columnsMade(typing);
    else yield* modelValueProposals(name, optionsOf(model.statement, made)) ?? [];
    return;
  }
  switch (name) {
    case 'LABEL':
      yield* values(['PROFILE']);
      return;
    case 'PRIMARY_IDENTITY':
      yield* columnsMade(typing);
      return;
    case 'ROWVALIDATION':
      yield* values(['true', 'false']);
      return;
    case 'SCHEMA':
      yield* values(new Set(file.catalog.datasets.flatMap(({ schema }) => schema?.title ?? [])));
      return;
    default:
  }
}

function isModel({ kind }: SyntaxNode): boolean {
  return kind === K.CreateModel || kind === K.UpdateModel;
}

/** The columns of the query that the statement is about. */
function* columnsMade({ model }: Typing): Generator<Proposal> {
  for (const { output } of model.writes) {
    for (const column of output?.columns ?? []) yield columnProposal(column, undefined, rank.column);
  }
}

function* values(labels: Iterable<string>): Generator<Proposal> {
  for (const label of labels) {
    yield { label, insert: label.replaceAll("'", "''"), kind: 'value', rank: rank.value };
  }
}
