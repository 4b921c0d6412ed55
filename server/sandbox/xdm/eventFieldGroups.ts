import { xdmClass } from '../../platform/xdm';
import type { RegistryResource } from '../../platform/registryResource';
import { commerce, directMarketing, productListItems, web } from '../synthetic/eventsSchema';
import { application, channel, marketing } from '../synthetic/contextFields';
import { mediaCollection } from '../synthetic/media/mediaCollection';
import { device, environment, placeContext } from '../synthetic/visitorFields';
import { array, integer, measure, object, text, type XdmProperties } from '../synthetic/xdmProperties';
import { globalResource } from './globalResource';

/** The groups of fields that schemas of events are put together from. */
export const eventFieldGroups: readonly RegistryResource[] = [
  group('web', 'Web details', { web }),
  group('commerce', 'Commerce details', { commerce, productListItems }),
  group('directmarketing', 'Direct marketing details', { directMarketing }),
  group('environment-details', 'Environment details', { environment, device, placeContext }),
  group('marketing', 'Marketing details', { marketing }),
  group('channel', 'Channel details', { channel }),
  group('advertising', 'Advertising details', {
    advertising: object('Advertising', {
      clicks: measure('Clicks'),
      impressions: measure('Impressions'),
      conversions: measure('Conversions'),
      starts: measure('Starts'),
      completes: measure('Completes'),
      firstQuartiles: measure('First quartiles'),
      midpoints: measure('Midpoints'),
      thirdQuartiles: measure('Third quartiles'),
      timePlayed: measure('Time played'),
      federated: measure('Federated'),
      adAssetReference: object('Advertisement', {
        _id: text('Id'),
        advertiser: text('Advertiser'),
        campaign: text('Campaign'),
        creativeID: text('Creative id'),
        creativeURL: text('Creative address'),
        placementID: text('Placement id'),
        siteID: text('Site id'),
        title: text('Title'),
        duration: text('Duration'),
      }),
    }),
  }),
  group('application', 'Application details', { application }),
  group('media-collection-details', 'Media collection details', { mediaCollection }),
  group('proposition-interaction', 'Proposition interactions', {
    _experience: object('Experience', {
      decisioning: object('Decisioning', {
        propositionEventType: object('Kind of event', {
          display: integer('Display'),
          interact: integer('Interact'),
          dismiss: integer('Dismiss'),
          send: integer('Send'),
        }),
        propositions: array(
          'Propositions',
          object('Proposition', { id: text('Id'), scope: text('Scope'), scopeDetails: scopeDetails() }),
        ),
      }),
    }),
  }),
];

function scopeDetails() {
  return object('Scope details', {
    decisionProvider: text('Provider of the decision'),
    correlationID: text('Correlation id'),
  });
}

function group(name: string, title: string, properties: XdmProperties): RegistryResource {
  return globalResource(`context/experienceevent-${name}`, 'mixins', {
    title,
    intendedToExtend: [xdmClass.experienceEvent],
    properties,
  });
}
