import type { Catalog } from '../catalog/catalog';
import type { PlacedStatement, Statement, SyntaxTree } from '../sql/tree';
import { analyzeStatement } from './analyzeStatement';
import { Environment } from './definitions';
import { nothingElsewhere, type Elsewhere } from './elsewhere';
import { applyEffects, type Reads } from './modelBuilder';
import type { StatementModel } from './model';

/** A file with the meaning of each of its statements. */
export interface FileModel {
  readonly tree: SyntaxTree;
  readonly catalog: Catalog;
  readonly elsewhere: Elsewhere;
  readonly statements: readonly AnalyzedStatement[];
}

export interface AnalyzedStatement extends PlacedStatement {
  readonly model: StatementModel;
  /** What the statements before it define. */
  readonly before: Environment;
}

/**
 * Analyses a file. Statements that did not change and read no changed definition keep their models. A table is what
 * the file's statements so far make of it, else what the catalog says, else what another file makes.
 */
export function analyzeFile(
  tree: SyntaxTree,
  catalog: Catalog,
  elsewhere: Elsewhere = nothingElsewhere,
): FileModel {
  return { tree, catalog, elsewhere, statements: analyzeInOrder(tree.statements, catalog, elsewhere) };
}

/** The statements, each in the light of those before it in the list. */
export function analyzeInOrder(
  statements: readonly PlacedStatement[],
  catalog: Catalog,
  elsewhere: Elsewhere,
): readonly AnalyzedStatement[] {
  let environment = Environment.empty;
  return statements.map((placed) => {
    const before = environment;
    const model = cachedModel(placed.statement, catalog, before, elsewhere);
    environment = applyEffects(before, model.effects);
    return { ...placed, model, before };
  });
}

interface CachedModel {
  readonly catalog: Catalog;
  readonly reads: Reads;
  readonly model: StatementModel;
}

/** A statement may stand in a file more than once, so that a few models of it are kept. */
const keptModels = 4;
const cache = new WeakMap<Statement, CachedModel[]>();

function cachedModel(
  statement: Statement,
  catalog: Catalog,
  environment: Environment,
  elsewhere: Elsewhere,
): StatementModel {
  const kept = cache.get(statement) ?? [];
  const valid = kept.find(
    (each) => each.catalog === catalog && stillHolds(each.reads, environment, elsewhere),
  );
  if (valid) return valid.model;
  const builder = analyzeStatement(statement, catalog, environment, elsewhere);
  const entry: CachedModel = { catalog, reads: builder.reads, model: builder.finish() };
  cache.set(statement, [entry, ...kept.filter((each) => each.catalog === catalog)].slice(0, keptModels));
  return entry.model;
}

function stillHolds(reads: Reads, environment: Environment, elsewhere: Elsewhere): boolean {
  for (const [key, { found }] of reads.before) if (environment.at(key) !== found) return false;
  for (const { space, name, found } of reads.elsewhere.values()) {
    if (elsewhere.find(space, name) !== found) return false;
  }
  return true;
}
