import type { DuckDBConnection } from '@duckdb/node-api';
import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';
import { findModel, type StoredVersion } from '../store/models';
import type { Environment } from '../translate/environment';
import { modelName } from '../translate/modelRows';
import { argumentsOf, calledName } from '../translate/nodes';
import type { TypedModel } from '../translate/typeAnalysis';

/** The models that a statement asks to predict, or to be judged. */
export interface NamedModels {
  readonly find: Environment['model'];
  readonly typed: readonly TypedModel[];
}

export async function readModels(connection: DuckDBConnection, statement: Statement): Promise<NamedModels> {
  const models = new Map<string, readonly StoredVersion[]>();
  for (const node of descendants(statement.root)) {
    const [argument] = node.kind === NodeKind.FunctionCall ? argumentsOf(node) : [];
    if (!argument || !/^model_(predict|evaluate)$/.test(calledName(statement, node))) continue;
    const name = modelName(statement, argument).toLowerCase();
    models.set(name, await findModel(connection, name));
  }
  return {
    find: (name) => {
      const versions = models.get(name.toLowerCase()) ?? [];
      return new Map(versions.map(({ version, read }) => [version, read]));
    },
    typed: [...models].flatMap(([name, versions]) => typedModel(name, versions)),
  };
}

function typedModel(name: string, versions: readonly StoredVersion[]): readonly TypedModel[] {
  const newest = versions.at(-1)?.read();
  if (!newest) return [];
  return [{ name, task: newest.task, columns: newest.columns, isOnlyVersion: versions.length === 1 }];
}
