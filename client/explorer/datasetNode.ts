import type { CatalogDataset, CatalogField, CatalogSnapshot } from './catalogSnapshot';
import { fieldsInside } from './fieldTypeText';

/** A line of the Datasets view. `path` is the SQL that reads the field, from its column down. */
export type DatasetNode =
  | { readonly kind: 'dataset'; readonly dataset: CatalogDataset }
  | {
      readonly kind: 'field';
      readonly dataset: CatalogDataset;
      readonly field: CatalogField;
      readonly path: string;
    };

export function datasetNodes(snapshot: CatalogSnapshot): readonly DatasetNode[] {
  return snapshot.datasets
    .map((dataset): DatasetNode => ({ kind: 'dataset', dataset }))
    .sort((a, b) => a.dataset.table.localeCompare(b.dataset.table));
}

/** The columns of a data set, or the fields inside a struct, in the order of the schema. */
export function childNodes(node: DatasetNode): readonly DatasetNode[] {
  const { dataset } = node;
  if (node.kind === 'dataset') {
    return dataset.columns.map((field) => ({ kind: 'field', dataset, field, path: sqlName(field.name) }));
  }
  const { access, fields } = fieldsInside(node.field.type);
  return fields.map((field) => ({
    kind: 'field',
    dataset,
    field,
    path: `${node.path}${access}.${sqlName(field.name)}`,
  }));
}

export function hasChildren(node: DatasetNode): boolean {
  return node.kind === 'dataset'
    ? node.dataset.columns.length > 0
    : fieldsInside(node.field.type).fields.length > 0;
}

/** The name of a data set as SQL writes it, or the path of a field. */
export function nodePath(node: DatasetNode): string {
  return node.kind === 'dataset' ? node.dataset.table.split('.').map(sqlName).join('.') : node.path;
}

export function nodeName(node: DatasetNode): string {
  return node.kind === 'dataset' ? node.dataset.table : node.field.name;
}

function sqlName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}
