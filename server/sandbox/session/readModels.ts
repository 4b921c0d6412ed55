import type { DuckDBConnection } from '@duckdb/node-api';
import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';
import type { TrainedModel } from '../models/trainedModel';
import { findModel } from '../store/models';
import type { Environment } from '../translate/environment';
import { modelName } from '../translate/modelRows';
import { argumentsOf, calledName } from '../translate/nodes';

/** The models that the statement asks to predict, or to be judged. */
export async function readModels(
  connection: DuckDBConnection,
  statement: Statement,
): Promise<Environment['model']> {
  const models = new Map<string, ReadonlyMap<number, TrainedModel>>();
  for (const node of descendants(statement.root)) {
    const [argument] = node.kind === NodeKind.FunctionCall ? argumentsOf(node) : [];
    if (!argument || !/^model_(predict|evaluate)$/.test(calledName(statement, node))) continue;
    const name = modelName(statement, argument).toLowerCase();
    const versions = await findModel(connection, name);
    models.set(name, new Map(versions.map(({ version, trained }) => [version, trained])));
  }
  return (name) => models.get(name.toLowerCase()) ?? new Map<number, TrainedModel>();
}
