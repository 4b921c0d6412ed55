import { findDataset } from '../catalog/catalog';
import type { SyntaxNode } from '../sql/node';
import { dropped } from './definitions';
import { isDynamic, namesOf } from './names';
import { schemaOf } from './schema';
import { findCte } from './scope';
import type { Walker } from './walker';
import type { Scope, TableMeaning } from './model';

/** Tables that the session or the product makes and no catalog lists: samples, statistics, system catalogs. */
const madeElsewhere = [
  /_uniform_\d+(_\d+)?_percent_\w+$/i,
  /_stats_\d+$/i,
  /^(.*\.)?information_schema\./i,
  /^(.*\.)?pg_catalog\./i,
  /^pg_\w+$/i,
];

/**
 * What a table name means where it is read: a CTE, what an earlier statement made, a data set of the catalog, or what
 * another file makes.
 */
export function findTable(walker: Walker, node: SyntaxNode, scope: Scope | undefined): TableMeaning {
  const { statement, catalog, model } = walker;
  const names = namesOf(statement, node);
  if (names.length === 0 || names.includes('') || isDynamic(statement, node)) return { kind: 'unknown' };
  const cte = names.length === 1 ? findCte(scope, names[0] as string) : undefined;
  if (cte) return { kind: 'definition', definition: cte, schema: cte.schema };
  const name = names.join('.');
  const defined =
    model.find('table', name) ?? (names.length > 1 ? model.find('table', names.at(-1) ?? '') : undefined);
  if (defined === dropped) return { kind: 'unknown' };
  if (defined) return { kind: 'definition', definition: defined, schema: defined.schema };
  const dataset = findDataset(catalog, names);
  if (dataset) return { kind: 'dataset', dataset, schema: schemaOf(dataset) };
  const made =
    model.findElsewhere('table', name) ??
    (names.length > 1 ? model.findElsewhere('table', names.at(-1) ?? '') : undefined);
  if (made === dropped) return { kind: 'unknown' };
  if (made) return { kind: 'definition', definition: made, schema: made.schema };
  const silent = catalog.datasets.length === 0 || madeElsewhere.some((pattern) => pattern.test(name));
  return { kind: silent ? 'unknown' : 'missing' };
}
