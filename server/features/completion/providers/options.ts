import { NodeKind as K } from '../../../sql/nodeKind';
import type { SyntaxNode } from '../../../sql/node';
import type { Proposal } from '../completionItem';
import { modelOptions, modelTypes } from '../modelOptions';
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
  for (const { name, snippet } of optionsFor(place.statement, given.get('MODEL_TYPE'))) {
    if (given.has(name.toUpperCase())) continue;
    yield { label: name, insert: `${name}=`, snippet, kind: 'option', rank: rank.column };
  }
}

function optionsFor({ kind }: SyntaxNode, modelType: string | undefined): readonly Option[] {
  if (kind === K.CreateModel || kind === K.UpdateModel) return modelOptions(modelType);
  return kind === K.CreateAudience ? audienceOptions : tableOptions;
}

function* valuesOf(typing: Typing, option: SyntaxNode): Generator<Proposal> {
  const { model, file } = typing;
  switch (nameOfOption(model.statement, option)) {
    case 'MODEL_TYPE':
      yield* values(Object.keys(modelTypes));
      return;
    case 'LABEL':
      if (isOfModel(option)) yield* columnsMade(typing);
      else yield* values(['PROFILE']);
      return;
    case 'WEIGHT_COL':
    case 'PRIMARY_IDENTITY':
      yield* columnsMade(typing);
      return;
    case 'ROWVALIDATION':
    case 'FIT_INTERCEPT':
      yield* values(['true', 'false']);
      return;
    case 'SCHEMA':
      yield* values(new Set(file.catalog.datasets.flatMap(({ schema }) => schema?.title ?? [])));
      return;
    case 'FAMILY':
      yield* values(['gaussian', 'binomial', 'poisson', 'gamma', 'tweedie']);
      return;
    case 'IMPURITY':
      yield* values(['gini', 'entropy']);
      return;
    case 'DISTANCE_TYPE':
      yield* values(['euclidean', 'cosine']);
      return;
    default:
  }
}

function isOfModel(option: SyntaxNode): boolean {
  const kind = option.parent?.parent?.kind;
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
