import { findModelType, isTypeOption, modelTypes, type ModelType } from '../../catalog/builtins/modelTypes';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { rangeOf, type Statement } from '../../sql/tree';
import { readOptions } from '../session/options';
import { SqlError, sqlStates } from '../session/sqlError';
import { calledName } from '../translate/nodes';
import { notSupported } from '../translate/refusal';
import { OptionReader } from './optionReader';
import type { TrainedModel } from './trainedModel';
import { trainers, type Trainer } from './trainers';

/** What CREATE MODEL or UPDATE MODEL asks for. */
export interface ModelRequest {
  readonly statement: Statement;
  readonly type: ModelType;
  readonly trainer: Trainer;
  readonly options: OptionReader;
  /** The clause; absent where columns are prepared as their types say. */
  readonly transform: SyntaxNode | undefined;
  /** Absent for models without label. */
  readonly label: string | undefined;
  readonly weight: string | undefined;
  readonly columns: TrainedModel['columns'];
  readonly hasTwoClasses: boolean;
  /** Vectors of texts may leave out what is zero in training. */
  readonly isCompact: boolean;
  /** Where its options stand. */
  readonly offset: number;
  /** The error for rows that the model cannot learn from. */
  readonly problem: (detail: string) => SqlError;
}

/** Reads the statement; throws for options that are not accepted, before any row is read. */
export function readRequest(statement: Statement, node: SyntaxNode): ModelRequest {
  const clause = childOf(node, NodeKind.Options);
  const given = readOptions(statement, clause);
  const offset = rangeOf(statement, clause ?? node).start;
  const problem = (detail: string): SqlError =>
    new SqlError(sqlStates.invalidParameter, 'Model not accepted', { detail, offset });
  const named = [...given].find(([name]) => isTypeOption(name))?.[1];
  if (!named) throw problem(`MODEL_TYPE is missing: OPTIONS (MODEL_TYPE = 'logistic_reg', LABEL = 'column')`);
  const type = findModelType(named.value);
  if (!type)
    throw problem(
      `There is no MODEL_TYPE ${named.value}; there are ${modelTypes.map(({ name }) => name).join(', ')}`,
    );
  const trainer = trainers[type.name];
  if (!trainer) throw notSupported(statement, named.node, `the training of ${type.name}`);
  const options = new OptionReader(type, statement, given);
  refuseOptions(statement, given, options);
  const label = type.task === 'clustering' ? undefined : options.text('LABEL');
  if (type.task !== 'clustering' && label === undefined)
    throw problem(`LABEL is missing: ${type.name} learns to tell a column of the query, LABEL = 'column'`);
  // Wrong values of options are told before the rows are read.
  trainer(options, () => 1);
  const transform = childOf(node, NodeKind.TransformClause);
  return {
    statement,
    type,
    trainer,
    options,
    transform,
    label,
    weight: options.text('WEIGHT_COL'),
    columns: {
      prediction: options.text('PREDICTION_COL') ?? 'prediction',
      probability: options.text('PROBABILITY_COL') ?? 'probability',
      rawPrediction: options.text('RAW_PREDICTION_COL') ?? 'rawPrediction',
    },
    hasTwoClasses: type.name === 'gradient_boosted_tree_classifier',
    isCompact: options.text('DISTANCE_TYPE') !== 'cosine' && !usesNormalizer(statement, transform),
    offset,
    problem,
  };
}

function refuseOptions(
  statement: Statement,
  given: ReadonlyMap<string, { readonly node: SyntaxNode }>,
  options: OptionReader,
): void {
  const node = given.get('one_vs_rest')?.node;
  if (node && options.boolean('ONE_VS_REST')) throw notSupported(statement, node, 'ONE_VS_REST');
}

/** The length of a vector hangs on words that training did not see. */
function usesNormalizer(statement: Statement, transform: SyntaxNode | undefined): boolean {
  const visit = (node: SyntaxNode): boolean =>
    (node.kind === NodeKind.FunctionCall && calledName(statement, node) === 'normalizer') ||
    node.children.some(visit);
  return transform !== undefined && visit(transform);
}
