import type { RegistryResource } from '../../platform/registryResource';
import { reference, xdmProperty, type XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import type { XdmProperties } from '../synthetic/xdmProperties';
import { mergeProperties } from './mergeProperties';
import { SchemaProblem } from './schemaProblem';

/** A part of a resource that has fields: of its own, or by references. */
export type SchemaPart = Pick<RegistryResource, 'allOf' | 'definitions' | 'properties'>;

export type FindResource = (id: string) => SchemaPart | undefined;

/** All fields of a part, with references followed and exact types filled in. Throws a `SchemaProblem`. */
export function resolveProperties(part: SchemaPart, find: FindResource): XdmProperties {
  return new Resolver(find).part(part, { definitions: part.definitions, path: '', within: [] });
}

interface Place {
  /** What `#/definitions/...` refers to here. */
  readonly definitions: SchemaPart['definitions'];
  /** Of the field, for messages. */
  readonly path: string;
  /** The references that led here. */
  readonly within: readonly string[];
}

const scalarTypes = new Set([
  'string',
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'double',
  'date',
  'date-time',
]);

class Resolver {
  constructor(private readonly find: FindResource) {}

  part(part: SchemaPart, place: Place): XdmProperties {
    let fields: XdmProperties = {};
    for (const member of part.allOf ?? []) {
      fields = mergeProperties(fields, this.member(member, place), place.path);
    }
    return mergeProperties(fields, this.fields(part.properties ?? {}, place), place.path);
  }

  /** One member of an `allOf`: a reference, or fields that stand there. */
  private member(member: SchemaPart & { readonly $ref?: string | undefined }, place: Place): XdmProperties {
    return member.$ref === undefined ? this.part(member, place) : this.referred(member.$ref, place);
  }

  private referred(id: string, place: Place): XdmProperties {
    if (place.within.includes(id)) throw new SchemaProblem(`${id} refers to itself`);
    const within = [...place.within, id];
    if (!id.startsWith('#')) {
      const part = this.find(id);
      if (!part) throw new SchemaProblem(`There is no resource ${id}`);
      return this.part(part, { ...place, definitions: part.definitions, within });
    }
    const name = /^#\/definitions\/([^/]+)$/.exec(id)?.[1] ?? '';
    const read = xdmProperty.safeParse(
      Object.hasOwn(place.definitions ?? {}, name) ? place.definitions?.[name] : undefined,
    );
    if (!read.success) throw new SchemaProblem(`There is no definition ${id}`);
    return this.part(read.data as SchemaPart, { ...place, within });
  }

  private fields(properties: XdmProperties, place: Place): XdmProperties {
    const entries = Object.entries(properties).map(([name, property]) => {
      if (name === '' || name.length > 250)
        throw new SchemaProblem(`A field of ${place.path || 'the schema'} has no usable name`);
      return [name, this.field(property, { ...place, path: `${place.path}/${name}` })] as const;
    });
    return Object.fromEntries(entries);
  }

  private field(property: XdmProperty, place: Place): XdmProperty {
    const { $ref, allOf, properties, items, additionalProperties, ...rest } = property;
    if ($ref !== undefined || allOf !== undefined || properties) {
      return {
        ...rest,
        type: 'object',
        'meta:xdmType': 'object',
        properties: { ...this.inner(property, place) },
      };
    }
    if (items) return { ...rest, type: 'array', 'meta:xdmType': 'array', items: this.field(items, place) };
    if (typeof additionalProperties === 'object') {
      const values = this.field(additionalProperties, place);
      return { ...rest, type: 'object', 'meta:xdmType': 'map', additionalProperties: values };
    }
    const type = xdmTypeOf(rest);
    if (scalarTypes.has(type)) return { ...rest, 'meta:xdmType': type };
    throw new SchemaProblem(
      type === 'object' || type === 'array'
        ? `The field ${place.path} is an ${type} and does not say what is in it`
        : `The field ${place.path} has the unknown type "${type}"`,
    );
  }

  /** The fields of an object, some of which may come from a data type. */
  private inner(property: XdmProperty, place: Place): XdmProperties {
    const referred = reference.safeParse(property);
    const fields = this.part(property as SchemaPart, place);
    if (!referred.success) return fields;
    return mergeProperties(this.referred(referred.data.$ref, place), fields, place.path);
  }
}
