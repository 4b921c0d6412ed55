import type { XdmProperty } from '../../platform/xdm';
import { columnTypeOf } from '../store/columnTypes';
import { identifier } from '../store/sqlText';
import { LoadProblem } from './loadProblem';

type Properties = Readonly<Record<string, XdmProperty>>;

/** One field of the data set and the column of the files that it comes from. */
export interface FieldMapping {
  readonly source: string;
  /** With dots: `_acme.propensity`. */
  readonly destination: string;
}

/** Throws a `LoadProblem` for mappings that do not fit the data set. */
export function checkMappings(mappings: readonly FieldMapping[], properties: Properties): void {
  for (const { destination } of mappings) {
    const property = propertyAt(destination, properties);
    const description = !property
      ? `The data set has no field ${destination}`
      : isNested(property)
        ? `The field ${destination} has fields of its own, and a column cannot be put there`
        : undefined;
    if (description !== undefined) throw new LoadProblem([{ code: 'InvalidMapping', description }]);
  }
}

/** Columns that are named as fields of the data set; others are left out, as unknown fields of JSON are. */
export function mappingsByName(columns: Iterable<string>, properties: Properties): readonly FieldMapping[] {
  return [...columns].flatMap((name) => {
    const property = propertyAt(name, properties);
    return property && !isNested(property) ? [{ source: name, destination: name }] : [];
  });
}

/** The list of a SELECT over texts that gives the columns of the data set. */
export function projection(mappings: readonly FieldMapping[], properties: Properties): string {
  const sources = new Map(mappings.map(({ source, destination }) => [destination, source]));
  const columns = Object.entries(properties).map(
    ([name, property]) => `${fieldSql(name, property, sources)} AS ${identifier(name)}`,
  );
  return columns.join(', ');
}

function fieldSql(path: string, property: XdmProperty, sources: ReadonlyMap<string, string>): string {
  const source = sources.get(path);
  if (source !== undefined) {
    return `CAST(CAST(${identifier(source)} AS ${textTypeOf(property)}) AS ${columnTypeOf(property)})`;
  }
  const isUsed = [...sources.keys()].some((each) => each.startsWith(`${path}.`));
  if (!property.properties || !isUsed) return `CAST(NULL AS ${columnTypeOf(property)})`;
  const fields = Object.entries(property.properties).map(
    ([name, inner]) => `${identifier(name)} := ${fieldSql(`${path}.${name}`, inner, sources)}`,
  );
  return `struct_pack(${fields.join(', ')})`;
}

/** The type to read a text as: read as it is kept, a time with an offset would lose it. */
export function textTypeOf(property: XdmProperty): string {
  const type = columnTypeOf(property);
  return type === 'TIMESTAMP' ? 'TIMESTAMPTZ' : type;
}

export function propertyAt(path: string, properties: Properties): XdmProperty | undefined {
  let fields: Properties | undefined = properties;
  let property: XdmProperty | undefined;
  for (const name of path.split('.')) {
    property = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields = property?.properties;
  }
  return property;
}

function isNested(property: XdmProperty): boolean {
  return (
    property.properties !== undefined ||
    property.items !== undefined ||
    typeof property.additionalProperties === 'object'
  );
}
