import type { Context } from 'hono';
import { Problem } from '../problem';

/** The form of answer that an `Accept` header of the Schema Registry asks for. */
export interface RegistryForm {
  /** Names of fields with the prefixes of the public schemas (`xdm:web`), or without. */
  readonly vocabulary: 'xdm' | 'xed';
  /** References are resolved. */
  readonly full: boolean;
  /** All fields in one list, named by their paths. */
  readonly flat: boolean;
  /** Descriptors are attached. */
  readonly descriptors: boolean;
  /** Without titles and descriptions. */
  readonly withoutText: boolean;
  /** Of lists: what stands for each resource. */
  readonly items: 'resource' | 'id' | 'link' | 'linkId';
  readonly version: number | undefined;
}

const media = /^application\/vnd\.adobe\.(xed|xdm)(?:-v2)?((?:-[a-z]+)*)\+json$/;
const suffixes = new Set(['full', 'desc', 'notext', 'deprecatefield', 'deprecated', 'flat', 'id', 'link']);

/** Reads the `Accept` header; refuses one that is not the registry's. */
export function readAccept(c: Context): RegistryForm {
  const header = c.req.header('accept') ?? '';
  const forms = header.split(',').map((range) => readRange(range));
  const form = forms.find((each) => each !== undefined);
  if (form) return form;
  throw new Problem(
    406,
    'Not acceptable',
    `Accept must be of the form application/vnd.adobe.xed-full+json; version=1, not "${header}"`,
  );
}

function readRange(range: string): RegistryForm | undefined {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const found = media.exec(type);
  if (!found) return undefined;
  const [, vocabulary, rest = ''] = found;
  const parts = rest.split('-').filter((part) => part !== '');
  if (!parts.every((part) => suffixes.has(part))) return undefined;
  const version = parameters.find((parameter) => parameter.startsWith('version='))?.slice('version='.length);
  return {
    vocabulary: vocabulary as RegistryForm['vocabulary'],
    full: parts.includes('full') || parts.includes('flat'),
    flat: parts.includes('flat'),
    descriptors: parts.includes('desc'),
    withoutText: parts.includes('notext'),
    items: itemsOf(parts),
    version: version === undefined ? undefined : Math.floor(Number(version)),
  };
}

function itemsOf(parts: readonly string[]): RegistryForm['items'] {
  const id = parts.includes('id');
  if (parts.includes('link')) return id ? 'linkId' : 'link';
  return id ? 'id' : 'resource';
}
