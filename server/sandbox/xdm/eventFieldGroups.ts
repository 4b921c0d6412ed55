import { xdmClass } from '../../platform/xdm';
import type { RegistryResource } from '../../platform/registryResource';
import { commerce, directMarketing, productListItems, web } from '../synthetic/eventsSchema';
import {
  array,
  boolean,
  choice,
  dateTime,
  double,
  integer,
  long,
  measure,
  object,
  text,
  type XdmProperties,
} from '../synthetic/xdmProperties';
import { globalResource } from './globalResource';

/** The groups of fields that schemas of events are put together from. */
export const eventFieldGroups: readonly RegistryResource[] = [
  group('web', 'Web details', { web }),
  group('commerce', 'Commerce details', { commerce, productListItems }),
  group('directmarketing', 'Direct marketing details', { directMarketing }),
  group('environment-details', 'Environment details', {
    environment: object('Environment', {
      type: choice('Type', {
        application: 'Application',
        browser: 'Browser',
        iot: 'Internet of things',
        external: 'External',
        widget: 'Widget',
      }),
      browserDetails: object('Browser details', {
        name: text('Name'),
        vendor: text('Vendor'),
        version: text('Version'),
        acceptLanguage: text('Accepted language'),
        userAgent: text('User agent'),
        cookiesEnabled: boolean('Cookies enabled'),
        javaScriptEnabled: boolean('JavaScript enabled'),
        javaScriptVersion: text('JavaScript version'),
        viewportHeight: long('Viewport height'),
        viewportWidth: long('Viewport width'),
      }),
      operatingSystem: text('Operating system'),
      operatingSystemVersion: text('Operating system version'),
      operatingSystemVendor: text('Operating system vendor'),
      ipV4: text('IPv4'),
      ipV6: text('IPv6'),
      domain: text('Domain'),
      carrier: text('Carrier'),
      connectionType: text('Connection type'),
      language: text('Language'),
      colorDepth: long('Color depth'),
    }),
    device: object('Device', {
      typeID: text('Type id'),
      typeIDService: text('Service of the type id'),
      type: choice('Type', {
        mobile: 'Mobile',
        tablet: 'Tablet',
        desktop: 'Desktop',
        ereader: 'E-reader',
        gaming: 'Gaming',
        television: 'Television',
        settop: 'Set-top box',
        mediaplayer: 'Media player',
      }),
      manufacturer: text('Manufacturer'),
      model: text('Model'),
      modelNumber: text('Model number'),
      screenHeight: long('Screen height'),
      screenWidth: long('Screen width'),
      colorDepth: long('Color depth'),
      screenOrientation: choice('Orientation', { portrait: 'Portrait', landscape: 'Landscape' }),
    }),
    placeContext: object('Place context', {
      localTime: dateTime('Local time'),
      localTimezoneOffset: long('Offset of the time zone'),
      ianaTimezone: text('Time zone'),
      geo: object('Geo', {
        countryCode: text('Country code'),
        stateProvince: text('State or province'),
        city: text('City'),
        postalCode: text('Postal code'),
        dmaID: long('Designated market area'),
        msaID: long('Metropolitan statistical area'),
        _schema: object('Coordinates', { latitude: double('Latitude'), longitude: double('Longitude') }),
      }),
    }),
  }),
  group('marketing', 'Marketing details', {
    marketing: object('Marketing', {
      trackingCode: text('Tracking code'),
      campaignName: text('Campaign name'),
      campaignGroup: text('Campaign group'),
    }),
  }),
  group('channel', 'Channel details', {
    channel: object('Channel', {
      _id: text('Channel id'),
      _type: text('Channel type'),
      typeAtSource: text('Type at source'),
      mode: text('Mode'),
      mediaType: text('Media type'),
      mediaAction: text('Media action'),
      referringSource: text('Referring source'),
      contentTypes: array('Content types', text('Content type')),
      metricTypes: array('Metric types', text('Metric type')),
      locationTypes: array('Location types', text('Location type')),
    }),
  }),
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
  group('application', 'Application details', {
    application: object('Application', {
      id: text('Id'),
      name: text('Name'),
      version: text('Version'),
      userPerspective: text('User perspective'),
      language: text('Language'),
      closeType: text('Close type'),
      launches: measure('Launches'),
      firstLaunches: measure('First launches'),
      installs: measure('Installs'),
      upgrades: measure('Upgrades'),
      crashes: measure('Crashes'),
      featureUsages: measure('Feature usages'),
      applicationCloses: measure('Closes'),
      isLaunch: boolean('Is launch'),
      isClose: boolean('Is close'),
      isInstall: boolean('Is install'),
      isUpgrade: boolean('Is upgrade'),
      sessionLength: long('Session length', 'In seconds.'),
    }),
  }),
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
