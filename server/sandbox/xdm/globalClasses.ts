import type { RegistryResource } from '../../platform/registryResource';
import { identityMap } from '../synthetic/identityMap';
import { choice, dateTime, object, text } from '../synthetic/xdmProperties';
import { globalResource } from './globalResource';
import { standardEventTypes } from './standardEventTypes';

const behaviorIds = {
  record: 'https://ns.adobe.com/xdm/data/record',
  timeSeries: 'https://ns.adobe.com/xdm/data/time-series',
} as const;

const identifier = { _id: text('Identifier', 'A unique identifier for the record.') };
const moment = { ...identifier, timestamp: dateTime('Timestamp', 'When the event took place, in UTC.') };

/** What all classes build on: records of things, and of moments. */
export const behaviors: readonly RegistryResource[] = [
  globalResource('data/record', 'behaviors', { title: 'Record', properties: identifier }),
  globalResource('data/time-series', 'behaviors', { title: 'Time series', properties: moment }),
];

export const globalClasses: readonly RegistryResource[] = [
  globalResource('context/experienceevent', 'classes', {
    title: 'XDM ExperienceEvent',
    description: 'Something that happened, and to whom.',
    extends: [behaviorIds.timeSeries],
    properties: {
      ...moment,
      eventType: choice('Event type', Object.fromEntries(standardEventTypes.map((name) => [name, name])), {
        description: 'The primary type of the event.',
      }),
      eventMergeId: text('Event merge id', 'Ties events together that came from one message.'),
      producedBy: choice('Produced by', {
        self: 'Self',
        system: 'System',
        salesRef: 'Sales reference',
        customerRep: 'Customer representative',
      }),
      identityMap,
    },
  }),
  globalResource('context/profile', 'classes', {
    title: 'XDM Individual Profile',
    description: 'What is known about a person.',
    extends: [behaviorIds.record],
    properties: {
      ...identifier,
      personID: text('Person id'),
      _repo: object('Repository', { createDate: dateTime('Created'), modifyDate: dateTime('Modified') }),
      createdByBatchID: text('Created by batch'),
      modifiedByBatchID: text('Modified by batch'),
      identityMap,
    },
  }),
  globalResource('data/adhoc', 'classes', {
    title: 'Ad hoc',
    description: 'The columns of a query.',
    properties: {},
  }),
];
