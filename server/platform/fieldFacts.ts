import type { Field } from '../catalog/types';
import type { FieldLabels } from './datasetLabels';
import { plainPath } from './fieldPath';
import type { XdmDescriptor } from './xdm';

/** What is said about a field beside its schema. */
export type FieldFacts = Pick<Field, 'identity' | 'labels' | 'title' | 'description'>;

/** Facts by the path of the field: `/_acme/user_id`. Fields inside an array or map are named without its step. */
export type FactsByPath = ReadonlyMap<string, FieldFacts>;

/** Gathers what descriptors of one schema, and labels on one data set, say about its fields. */
export function factsByPath(
  descriptors: readonly XdmDescriptor[],
  labels: readonly FieldLabels[],
): FactsByPath {
  const facts = new Map<string, FieldFacts>();
  const add = (path: string, more: FieldFacts): void => {
    const known = facts.get(path);
    const all = [...new Set([...(known?.labels ?? []), ...(more.labels ?? [])])];
    facts.set(path, { ...known, ...more, ...(all.length > 0 ? { labels: all } : {}) });
  };
  for (const descriptor of descriptors) {
    const path = descriptor['xdm:sourceProperty'];
    if (path !== undefined) add(plainPath(path), factsOf(descriptor));
  }
  for (const { option, labels: names } of labels) add(plainPath(option.schemaPath), { labels: names });
  return facts;
}

function factsOf(descriptor: XdmDescriptor): FieldFacts {
  switch (descriptor['@type']) {
    case 'xdm:descriptorIdentity':
      return {
        identity: {
          namespace: descriptor['xdm:namespace'] ?? '',
          primary: descriptor['xdm:isPrimary'] ?? false,
        },
      };
    case 'xdm:descriptorLabel':
      return { labels: descriptor['xdm:labels'] ?? [] };
    case 'xdm:alternateDisplayInfo':
      return displayInfo(descriptor);
    default:
      return {};
  }
}

/** The organization's own words for a field; texts are answered by language or plain. */
function displayInfo(descriptor: XdmDescriptor): FieldFacts {
  const title = textOf(descriptor['xdm:title']);
  const description = textOf(descriptor['xdm:description']);
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const texts: readonly unknown[] = 'en_us' in value ? [value.en_us] : Object.values(value);
  return texts.find((text): text is string => typeof text === 'string');
}
