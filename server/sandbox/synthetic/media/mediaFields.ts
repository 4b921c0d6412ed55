import type { XdmProperty } from '../../../platform/xdm';
import { application, channel } from '../contextFields';
import { identityMap } from '../identityMap';
import { consents, person, personalEmail } from '../profilesSchema';
import { device, environment, placeContext } from '../visitorFields';
import {
  array,
  boolean,
  choice,
  date,
  dateTime,
  double,
  integer,
  object,
  text,
  type XdmProperties,
} from '../xdmProperties';
import { mediaCollection } from './mediaCollection';
import type { mediaEventTypes } from './simulateViewer';

/** The fields of a streaming service's events. */
export function mediaEventProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier', 'A unique identifier for the event.'),
    timestamp: dateTime('Timestamp', 'When the event took place, in UTC.'),
    eventType: choice('Event type', typeTitles, { description: 'The primary type of the event.' }),
    producedBy: choice('Produced by', { self: 'Self', system: 'System' }),
    [tenant]: object('Acme', { viewer }, 'Fields of the organization.'),
    identityMap,
    mediaCollection,
    application,
    environment,
    device,
    placeContext,
    channel,
  };
}

/** The fields of a streaming service's profiles. */
export function mediaProfileProperties(tenant: string): XdmProperties {
  return {
    _id: text('Identifier'),
    _repo: object('Repository', { createDate: dateTime('Created'), modifyDate: dateTime('Modified') }),
    [tenant]: object('Acme', { viewer, subscription, preferences }, 'Fields of the organization.'),
    identityMap,
    person,
    personalEmail,
    consents,
  };
}

const typeTitles: Readonly<Record<(typeof mediaEventTypes)[number], string>> = {
  'application.launch': 'Application launched',
  'media.sessionStart': 'Playback requested',
  'media.play': 'Playback begun',
  'media.adBreakStart': 'Advertising break begun',
  'media.adStart': 'Advertisement begun',
  'media.adComplete': 'Advertisement seen to its end',
  'media.adSkip': 'Advertisement skipped',
  'media.adBreakComplete': 'Advertising break over',
  'media.pauseStart': 'Paused',
  'media.bufferStart': 'Waiting for data',
  'media.error': 'Playback failed',
  'media.sessionEnd': 'Left before the end',
  'media.sessionComplete': 'Seen to the end',
  'application.close': 'Application closed',
};

const viewer: XdmProperty = object('Viewer', {
  ecid: text('Experience Cloud id', '38 digits.'),
  accountId: text('Account id', 'Two viewers share an account.'),
  profileKind: choice('Kind of viewer', { adult: 'Adult', child: 'Child' }, { closed: true }),
});

const subscription: XdmProperty = object('Subscription', {
  plan: choice(
    'Plan',
    { free: 'Free, with advertisements', basic: 'Basic', premium: 'Premium' },
    { closed: true },
  ),
  since: date('Since'),
  monthlyPrice: double('Monthly price'),
  cancelledAt: dateTime('Cancelled', 'Absent while the subscription lasts.'),
});

const preferences: XdmProperty = object('Preferences', {
  genres: array('Genres', text('Genre')),
  subtitles: boolean('Subtitles'),
  hearingAid: boolean('Sound for hearing aids', 'Tells of health.'),
  autoplay: boolean('Autoplay'),
  maturityLimit: integer('Maturity limit', 'The age up to which titles are shown.'),
});
