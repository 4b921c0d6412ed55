import { quoted } from '../../../analysis/names';
import type { FileModel } from '../../../analysis/analyzeFile';
import { dropped, type Environment } from '../../../analysis/definitions';
import type { Definition, Scope } from '../../../analysis/model';
import type { Catalog } from '../../../catalog/catalog';
import type { Dataset } from '../../../catalog/types';
import { columnList, datasetDocument } from '../../render/datasetDocument';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

/** Tables of the catalog, what earlier statements and other files make, and CTEs. */
export function* tableProposals({ place, file, before }: Typing): Generator<Proposal> {
  if (place.kind !== 'table') return;
  if (place.qualifier.length === 0) {
    for (const definition of ctesOf(place.scope)) yield definitionProposal(definition, rank.column);
    for (const definition of before.definitions()) {
      if (definition.kind === 'table' || definition.kind === 'view' || definition.kind === 'audience') {
        yield definitionProposal(definition, rank.column + 1);
      }
    }
  }
  if (place.qualifier.length === 0) yield* tablesElsewhere(file, before);
  yield* place.qualifier.length === 0
    ? datasetProposals(file.catalog)
    : datasetsBelow(file.catalog, place.qualifier);
}

/** There may be thousands, so that those of a catalog are made once. */
const ofCatalog = new WeakMap<Catalog, readonly Proposal[]>();

function datasetProposals(catalog: Catalog): readonly Proposal[] {
  let proposals = ofCatalog.get(catalog);
  if (!proposals) {
    proposals = Array.from(catalog.byName.values(), (each) => datasetProposal(each, each.table));
    ofCatalog.set(catalog, proposals);
  }
  return proposals;
}

function* datasetsBelow(catalog: Catalog, qualifier: readonly string[]): Generator<Proposal> {
  const start = qualifier.map((part) => `${part.toLowerCase()}.`).join('');
  for (const [key, dataset] of catalog.byName) {
    if (key.startsWith(start)) yield datasetProposal(dataset, dataset.table.slice(start.length));
  }
}

/** Their columns are looked at only when one is: that may analyse the file which makes it. */
function* tablesElsewhere({ catalog, elsewhere }: FileModel, before: Environment): Generator<Proposal> {
  for (const name of elsewhere.names('table')) {
    if (catalog.byName.has(name.toLowerCase()) || before.find('table', name) !== undefined) continue;
    yield {
      label: name,
      insert: name.split('.').map(quoted).join('.'),
      kind: 'table',
      origin: 'another file',
      rank: rank.column + 2,
      document: () => {
        const found = elsewhere.find('table', name);
        return found === undefined || found === dropped ? undefined : columnList(found.schema.columns);
      },
    };
  }
}

function* ctesOf(scope: Scope | undefined): Generator<Definition> {
  for (let at = scope?.ctes; at; at = at.outer) yield at.definition;
}

function definitionProposal(definition: Definition, order: number): Proposal {
  const kind = definition.kind === 'cte' ? 'cte' : definition.kind === 'view' ? 'view' : 'table';
  const columns = definition.schema.columns.length;
  return {
    label: definition.name,
    insert: definition.name.split('.').map(quoted).join('.'),
    kind,
    ...(columns > 0 && { detail: `${columns} ${columns === 1 ? 'column' : 'columns'}` }),
    rank: order,
  };
}

function datasetProposal(dataset: Dataset, name: string): Proposal {
  return {
    label: name,
    insert: name.split('.').map(quoted).join('.'),
    kind: dataset.kind === 'view' ? 'view' : 'table',
    ...(dataset.title !== undefined && dataset.title !== name && { detail: dataset.title }),
    rank: rank.column + 2,
    document: () => datasetDocument(dataset),
  };
}
