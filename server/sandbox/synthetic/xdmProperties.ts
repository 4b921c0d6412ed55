import type { XdmProperty } from '../../platform/xdm';

/** Builders of XDM fields, so that a schema reads as a table of names, titles and descriptions. */

export type XdmProperties = Readonly<Record<string, XdmProperty>>;

export function text(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'string', 'meta:xdmType': 'string' };
}

/** A text with known values; with `closed` no other value may occur. */
export function choice(
  title: string,
  values: Readonly<Record<string, string>>,
  options: { readonly description?: string; readonly closed?: boolean } = {},
): XdmProperty {
  return {
    ...text(title, options.description),
    ...(options.closed ? { enum: Object.keys(values) } : {}),
    'meta:enum': { ...values },
  };
}

export function double(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'number', 'meta:xdmType': 'double' };
}

export function integer(title: string, description?: string): XdmProperty {
  return {
    ...about(title, description),
    type: 'integer',
    minimum: -2147483648,
    maximum: 2147483647,
    'meta:xdmType': 'int',
  };
}

export function long(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'integer', 'meta:xdmType': 'long' };
}

export function boolean(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'boolean', 'meta:xdmType': 'boolean' };
}

export function date(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'string', format: 'date', 'meta:xdmType': 'date' };
}

export function dateTime(title: string, description?: string): XdmProperty {
  return { ...about(title, description), type: 'string', format: 'date-time', 'meta:xdmType': 'date-time' };
}

export function object(title: string, properties: XdmProperties, description?: string): XdmProperty {
  return {
    ...about(title, description),
    type: 'object',
    properties: { ...properties },
    'meta:xdmType': 'object',
  };
}

export function array(title: string, items: XdmProperty, description?: string): XdmProperty {
  return { ...about(title, description), type: 'array', items, 'meta:xdmType': 'array' };
}

export function map(title: string, values: XdmProperty, description?: string): XdmProperty {
  return {
    ...about(title, description),
    type: 'object',
    additionalProperties: values,
    'meta:xdmType': 'map',
  };
}

/** XDM's countable fact: how often, or how much. */
export function measure(title: string, description?: string): XdmProperty {
  return object(title, { id: text('Id', 'Unique id of the measure.'), value: double('Value') }, description);
}

function about(title: string, description: string | undefined): XdmProperty {
  return description === undefined ? { title } : { title, description };
}
