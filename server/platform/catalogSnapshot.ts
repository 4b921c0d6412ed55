import type { Dataset, Field, Snapshot } from '../catalog/types';
import type { DatasetLabels } from './datasetLabels';
import { tableOf, type DatasetEntry } from './datasets';
import { factsByPath, type FactsByPath } from './fieldFacts';
import { xdmClass, type XdmDescriptor, type XdmProperty, type XdmSchema } from './xdm';
import { typeOfXdm } from './xdmType';

/** What the Platform answered about its data sets. */
export interface CatalogAnswers {
  readonly sandbox: string;
  /** Without the underscore. */
  readonly tenantId: string;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly datasets: readonly DatasetEntry[];
  /** By id. */
  readonly schemas: ReadonlyMap<string, XdmSchema>;
  readonly descriptors: readonly XdmDescriptor[];
  /** Labels that stand on data sets, by the id of the data set. */
  readonly labels: ReadonlyMap<string, DatasetLabels>;
}

/** The catalog that those answers describe. A data set without a table for SQL, or without a schema, is left out. */
export function catalogSnapshot(answers: CatalogAnswers): Snapshot {
  const descriptors = descriptorsBySchema(answers);
  const datasets = answers.datasets.flatMap((entry) => {
    const table = tableOf(entry.dataset);
    const schema = answers.schemas.get(entry.dataset.schemaRef?.id ?? '');
    if (table === undefined || !schema) return [];
    const labels = answers.labels.get(entry.id);
    const facts = factsByPath(descriptors.get(schema.$id) ?? [], labels?.optionalLabels ?? []);
    return [datasetOf(entry, { table, schema, facts, labels: labels?.labels ?? [] })];
  });
  return { sandbox: answers.sandbox, tenant: `_${answers.tenantId}`, takenAt: answers.takenAt, datasets };
}

function descriptorsBySchema({
  schemas,
  descriptors,
}: CatalogAnswers): ReadonlyMap<string, readonly XdmDescriptor[]> {
  const attached = [...schemas.values()].flatMap((schema) => schema['meta:descriptors'] ?? []);
  const bySchema = new Map<string, XdmDescriptor[]>();
  for (const descriptor of [...descriptors, ...attached]) {
    const schema = descriptor['xdm:sourceSchema'];
    const known = bySchema.get(schema);
    if (known) known.push(descriptor);
    else bySchema.set(schema, [descriptor]);
  }
  return bySchema;
}

interface DatasetParts {
  readonly table: string;
  readonly schema: XdmSchema;
  readonly facts: FactsByPath;
  readonly labels: readonly string[];
}

function datasetOf({ id, dataset }: DatasetEntry, { table, schema, facts, labels }: DatasetParts): Dataset {
  const kind = schemaKind(schema);
  return {
    table,
    id,
    title: dataset.name,
    kind: 'dataset',
    schema: {
      title: schema.title,
      id: schema.$id,
      ...(kind ? { class: kind } : {}),
      version: schema.version,
    },
    ...(labels.length > 0 ? { labels } : {}),
    columns: fieldsOf(schema.properties, '', facts),
  };
}

type SchemaKind = NonNullable<NonNullable<Dataset['schema']>['class']>;

const recordBehavior = 'https://ns.adobe.com/xdm/data/record';

function schemaKind(schema: XdmSchema): SchemaKind | undefined {
  switch (schema['meta:class']) {
    case xdmClass.experienceEvent:
      return 'experienceevent';
    case xdmClass.profile:
      return 'profile';
    case xdmClass.adhoc:
      return 'adhoc';
    default:
      return schema['meta:extends']?.includes(recordBehavior) ? 'record' : undefined;
  }
}

function fieldsOf(
  properties: Readonly<Record<string, XdmProperty>>,
  path: string,
  facts: FactsByPath,
): readonly Field[] {
  return Object.entries(properties).map(([name, property]) => fieldOf(name, property, path, facts));
}

function fieldOf(name: string, property: XdmProperty, parent: string, facts: FactsByPath): Field {
  const path = `${parent}/${name}`;
  const { title = property.title, description = property.description, ...others } = facts.get(path) ?? {};
  const values = property.enum ?? Object.keys(property['meta:enum'] ?? {});
  return {
    name,
    type: typeOfXdm(property, (inner) => fieldsOf(inner, path, facts)),
    // A query's columns have their names for titles, which says nothing.
    ...(title === undefined || title === name ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...others,
    ...(values.length > 0 ? { enum: values } : {}),
  };
}
