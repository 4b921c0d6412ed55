import { findModelType, isTypeOption, plainName, type ModelType } from '../../catalog/builtins/modelTypes';
import type { DataType } from '../../catalog/types';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
import { dropped } from '../definitions';
import type { Argument, Column, Schema, TrainedFor } from '../model';
import { namesOf } from '../names';
import { double } from '../types/builtinTypes';
import type { Walker } from '../walker';

/** What OPTIONS of CREATE MODEL or UPDATE MODEL says about the columns that predictions have. */
export function trainedFor(statement: Statement, node: SyntaxNode): TrainedFor {
  const list = childOf(node, K.Options);
  const options = (list ? childrenOf(list, K.Option) : []).map(({ children: [name, value] }) => ({
    name: name ? textOf(statement, name) : '',
    value: value ? textOf(statement, value).replace(/^['"]|['"]$/g, '') : '',
  }));
  const named = (name: string): string | undefined =>
    options.find((option) => plainName(option.name) === plainName(name))?.value;
  const type = findModelType(options.find(({ name }) => isTypeOption(name))?.value ?? '');
  return {
    task: type?.task,
    prediction: named('PREDICTION_COL') ?? 'prediction',
    probability: named('PROBABILITY_COL') ?? 'probability',
    rawPrediction: named('RAW_PREDICTION_COL') ?? 'rawPrediction',
    // Another version may be of another type.
    isOnlyVersion: node.kind === K.CreateModel,
  };
}

/**
 * The rows of the query of model_predict, with what the model says about each. Of a model that is not known, and of one
 * with several versions, there may be more.
 */
export function predictedColumns(walker: Walker, args: readonly Argument[]): Schema {
  const query = args.find((argument) => argument.kind === 'query');
  const given = query && walker.model.queries.get(query.node)?.output;
  const trained = modelOf(walker, args);
  const scores =
    trained?.task === 'classification'
      ? [column(trained.rawPrediction, doubles), column(trained.probability, doubles)]
      : [];
  const prediction = column(trained?.prediction ?? 'prediction', double);
  return {
    columns: [...(given?.columns ?? []), ...scores, prediction],
    open: given?.open !== false || trained?.isOnlyVersion !== true || trained.task === undefined,
  };
}

/** The figures of model_evaluate, by what the model is for. */
export function metricColumns(walker: Walker, args: readonly Argument[]): Schema {
  const trained = modelOf(walker, args);
  const names = metrics[trained?.task ?? 'classification'];
  return {
    columns: names.map((name) => column(name, double)),
    open: trained?.isOnlyVersion !== true || trained.task === undefined,
  };
}

const metrics: Readonly<Record<ModelType['task'], readonly string[]>> = {
  classification: ['auc_roc', 'accuracy', 'precision', 'recall'],
  regression: ['mse', 'rmse', 'mae', 'r2'],
  clustering: ['silhouette'],
};

const doubles: DataType = { kind: 'array', element: double };

function column(name: string, type: DataType): Column {
  return { name, type, nullable: true, origin: { kind: 'builtin' } };
}

/** What is known of the model that the first argument names. */
function modelOf({ statement, model }: Walker, [first]: readonly Argument[]): TrainedFor | undefined {
  if (first?.node.kind !== K.Path) return undefined;
  const name = namesOf(statement, first.node).join('.');
  const found = model.find('model', name) ?? model.findElsewhere('model', name);
  return found === dropped ? undefined : found?.trained;
}
