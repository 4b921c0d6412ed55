import type { Catalog } from '../catalog/catalog';
import type { Statement } from '../sql/tree';
import type { Environment } from './definitions';
import type { Elsewhere } from './elsewhere';
import { expressionType } from './expression/expression';
import { ModelBuilder } from './modelBuilder';
import { querySchema } from './query/query';
import { relationRows } from './query/relation';
import { analyzeStatementNode } from './statement/statement';
import type { Walker } from './walker';

/** Analyses one statement in the light of what the statements before it, and other files, define. */
export function analyzeStatement(
  statement: Statement,
  catalog: Catalog,
  environment: Environment,
  elsewhere: Elsewhere,
): ModelBuilder {
  const model = new ModelBuilder(statement, environment, elsewhere);
  const walker: Walker = {
    statement,
    catalog,
    model,
    expression: (node, scope) => expressionType(walker, node, scope),
    query: (node, scope) => querySchema(walker, node, scope),
    relation: (node, scope, left) => relationRows(walker, node, scope, left),
  };
  for (const node of statement.root.children) analyzeStatementNode(walker, node);
  return model;
}
