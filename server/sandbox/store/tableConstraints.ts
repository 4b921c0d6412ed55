import { randomBytes } from 'node:crypto';
import type { XdmDescriptor, XdmSchema } from '../../platform/xdm';

/** What ALTER TABLE says about columns. It is kept as descriptors of the table's schema, as the Platform keeps it. */
export type Constraint =
  | {
      readonly kind: 'primaryKey';
      readonly columns: readonly string[];
      readonly namespace: string | undefined;
    }
  | { readonly kind: 'foreignKey'; readonly columns: readonly string[]; readonly target: ForeignTarget }
  | { readonly kind: 'identity'; readonly columns: readonly string[]; readonly namespace: string }
  | { readonly kind: 'primaryIdentity'; readonly columns: readonly string[]; readonly namespace: string };

export interface ForeignTarget {
  readonly table: string;
  /** As many as the constraint has. */
  readonly columns: readonly string[];
}

export const identityType = 'xdm:descriptorIdentity';
export const primaryKeyType = 'xdm:descriptorPrimaryKey';
export const foreignKeyType = 'xdm:descriptorOneToOne';

/** The schema with a constraint. One that its columns had is replaced, and so is a table's primary key. */
export function withConstraint(schema: XdmSchema, constraint: Constraint): XdmSchema {
  const kept = descriptorsOf(schema).filter((each) =>
    constraint.kind === 'primaryKey'
      ? each['@type'] !== primaryKeyType
      : !isOf(each, constraint.kind, constraint.columns),
  );
  const added = constraint.columns.map((column, index) => ({
    '@id': randomBytes(20).toString('hex'),
    '@type': typeOf(constraint.kind),
    'xdm:sourceSchema': schema.$id,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': `/${column}`,
    ...details(constraint, index),
  }));
  return { ...schema, 'meta:descriptors': [...kept, ...added] };
}

/** The schema without a constraint of its columns; the same when there is none. */
export function withoutConstraint(
  schema: XdmSchema,
  kind: Constraint['kind'],
  columns: readonly string[],
): XdmSchema {
  const kept = descriptorsOf(schema).filter((each) => !isOf(each, kind, columns));
  return { ...schema, 'meta:descriptors': kept };
}

/** The column of the schema's primary identity. */
export function primaryIdentity(schema: XdmSchema): string | undefined {
  return descriptorsOf(schema)
    .find((each) => each['@type'] === identityType && each['xdm:isPrimary'])
    ?.['xdm:sourceProperty']?.slice(1);
}

function details(constraint: Constraint, index: number): Partial<XdmDescriptor> {
  switch (constraint.kind) {
    case 'primaryKey':
      return constraint.namespace === undefined ? {} : { 'xdm:namespace': constraint.namespace };
    case 'foreignKey':
      return {
        'xdm:destinationTable': constraint.target.table,
        'xdm:destinationProperty': `/${constraint.target.columns[index] ?? ''}`,
      };
    case 'identity':
    case 'primaryIdentity':
      return {
        'xdm:namespace': constraint.namespace,
        'xdm:property': 'xdm:code',
        'xdm:isPrimary': constraint.kind === 'primaryIdentity',
      };
  }
}

function isOf(descriptor: XdmDescriptor, kind: Constraint['kind'], columns: readonly string[]): boolean {
  const column = descriptor['xdm:sourceProperty']?.slice(1).toLowerCase();
  return descriptor['@type'] === typeOf(kind) && columns.some((each) => each.toLowerCase() === column);
}

function typeOf(kind: Constraint['kind']): string {
  switch (kind) {
    case 'primaryKey':
      return primaryKeyType;
    case 'foreignKey':
      return foreignKeyType;
    case 'identity':
    case 'primaryIdentity':
      return identityType;
  }
}

function descriptorsOf(schema: XdmSchema): readonly XdmDescriptor[] {
  return schema['meta:descriptors'] ?? [];
}
