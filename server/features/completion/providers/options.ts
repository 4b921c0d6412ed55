import { NodeKind as K } from '../../../sql/nodeKind';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

const tableOptions: Readonly<Record<string, string>> = {
  schema: "schema='${1:XDM schema title}'",
  rowvalidation: "rowvalidation='${1:false}'",
  label: "label='${1:PROFILE}'",
};
const audienceOptions: Readonly<Record<string, string>> = {
  primary_identity: 'primary_identity=${1:column}',
  identity_namespace: 'identity_namespace=${1:ECID}',
  schema: "schema='${1:title}'",
};
const modelOptions: Readonly<Record<string, string>> = {
  MODEL_TYPE:
    "MODEL_TYPE='${1|logistic_reg,random_forest_classifier,gradient_boosted_tree_classifier,decision_tree_classifier,linear_reg,random_forest_regression,gradient_boosted_tree_regression,kmeans|}'",
  LABEL: "LABEL='${1:column}'",
  MAX_ITER: 'MAX_ITER=${1:100}',
  MAX_DEPTH: 'MAX_DEPTH=${1:5}',
  NUM_TREES: 'NUM_TREES=${1:20}',
  REGPARAM: 'REGPARAM=${1:0.1}',
  ELASTICNETPARAM: 'ELASTICNETPARAM=${1:0}',
  NUM_CLUSTERS: 'NUM_CLUSTERS=${1:2}',
  SEED: 'SEED=${1:42}',
};

/** Options of CREATE TABLE, CREATE AUDIENCE and CREATE MODEL. */
export function* optionProposals({ place }: Typing): Generator<Proposal> {
  if (place.kind !== 'option') return;
  const { kind } = place.statement;
  const options =
    kind === K.CreateModel || kind === K.UpdateModel
      ? modelOptions
      : kind === K.CreateAudience
        ? audienceOptions
        : tableOptions;
  for (const [label, snippet] of Object.entries(options)) {
    yield { label, insert: `${label}=`, snippet, kind: 'option', rank: rank.column };
  }
}
