import type { Catalog } from '../catalog/catalog';
import type { PlacedStatement, Statement, SyntaxTree } from '../sql/tree';
import { analyzeStatement } from './analyzeStatement';
import { Environment } from './definitions';
import { applyEffects, type Reads } from './modelBuilder';
import type { StatementModel } from './model';

/** A file with the meaning of each of its statements. */
export interface FileModel {
  readonly tree: SyntaxTree;
  readonly catalog: Catalog;
  readonly statements: readonly AnalyzedStatement[];
}

export interface AnalyzedStatement extends PlacedStatement {
  readonly model: StatementModel;
  /** What the statements before it define. */
  readonly before: Environment;
}

/** Analyses a file. Statements that did not change and read no changed definition keep their models. */
export function analyzeFile(tree: SyntaxTree, catalog: Catalog): FileModel {
  let environment = Environment.empty;
  const statements = tree.statements.map((placed): AnalyzedStatement => {
    const before = environment;
    const model = cachedModel(placed.statement, catalog, before);
    environment = applyEffects(before, model.effects);
    return { ...placed, model, before };
  });
  return { tree, catalog, statements };
}

interface CachedModel {
  readonly catalog: Catalog;
  readonly reads: Reads;
  readonly model: StatementModel;
}

/** A statement may stand in a file more than once, so that a few models of it are kept. */
const keptModels = 4;
const cache = new WeakMap<Statement, CachedModel[]>();

function cachedModel(statement: Statement, catalog: Catalog, environment: Environment): StatementModel {
  const kept = cache.get(statement) ?? [];
  const valid = kept.find((each) => each.catalog === catalog && stillHolds(each.reads, environment));
  if (valid) return valid.model;
  const builder = analyzeStatement(statement, catalog, environment);
  const entry: CachedModel = { catalog, reads: builder.reads, model: builder.finish() };
  cache.set(statement, [entry, ...kept.filter((each) => each.catalog === catalog)].slice(0, keptModels));
  return entry.model;
}

function stillHolds(reads: Reads, environment: Environment): boolean {
  for (const { space, name, found } of reads.values()) {
    if (environment.find(space, name) !== found) return false;
  }
  return true;
}
