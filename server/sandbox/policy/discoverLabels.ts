import type { DatasetLabels } from '../../platform/datasetLabels';
import { factsByPath } from '../../platform/fieldFacts';
import { plainPath } from '../../platform/fieldPath';
import type { XdmProperty, XdmSchema } from '../../platform/xdm';

export interface DiscoveredLabels {
  readonly dataSet: readonly string[];
  /** Fields that have labels of their own; paths as in `/properties/_acme/properties/user_id`. */
  readonly fields: readonly { readonly path: string; readonly labels: readonly string[] }[];
}

/**
 * The labels of a data set that concern what is asked about: those of the data set, and those of the fields asked,
 * of what is within them and of what they are within. Without `fields` all are asked about.
 */
export function discoverLabels(
  schema: XdmSchema,
  labels: DatasetLabels,
  fields: readonly string[] | undefined,
): DiscoveredLabels {
  const facts = factsByPath(schema['meta:descriptors'] ?? [], labels.optionalLabels ?? []);
  const asked = fields?.map(plainPath);
  const concerned = (path: string): boolean =>
    asked?.some((each) => path === each || path.startsWith(`${each}/`) || each.startsWith(`${path}/`)) ??
    true;
  const found = [...facts].flatMap(([path, { labels: own = [] }]) =>
    own.length > 0 && concerned(path) ? [{ path: schemaPath(schema, path), labels: own }] : [],
  );
  return { dataSet: labels.labels, fields: found };
}

/** `/productListItems/SKU` as the schema nests it: `/properties/productListItems/items/properties/SKU`. */
function schemaPath(schema: XdmSchema, path: string): string {
  let properties: XdmSchema['properties'] | undefined = schema.properties;
  let result = '';
  for (const name of path.split('/').slice(1)) {
    result += `/properties/${name}`;
    let property: XdmProperty | undefined = properties?.[name];
    while (property?.items && !property.properties) {
      property = property.items;
      result += '/items';
    }
    properties = property?.properties;
  }
  return result.replace(/\/items$/, '');
}
