import type { XdmProperty } from '../../platform/xdm';

const requiredOfEvents = ['_id', 'timestamp'];

/** The fields that each record of a data set must have: events need an id and a time, other records nothing. */
export function requiredFields(properties: Readonly<Record<string, XdmProperty>>): readonly string[] {
  return properties['timestamp'] ? requiredOfEvents.filter((name) => properties[name]) : [];
}
