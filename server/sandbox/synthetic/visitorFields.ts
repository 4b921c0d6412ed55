import type { XdmProperty } from '../../platform/xdm';
import { boolean, choice, dateTime, double, long, object, text } from './xdmProperties';

/** Where and with what an event was made: the group of environment details. */

export const environment: XdmProperty = object(
  'Environment',
  {
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
  },
  'The program and network that the event came from.',
);

export const device: XdmProperty = object(
  'Device',
  {
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
  },
  'What the user held in hand, or sat before.',
);

export const placeContext: XdmProperty = object(
  'Place context',
  {
    localTime: dateTime('Local time'),
    localTimezoneOffset: long('Offset of the time zone', 'In minutes from UTC.'),
    ianaTimezone: text('Time zone'),
    geo: object('Geo', {
      countryCode: text('Country code', 'ISO 3166-1 alpha-2.'),
      stateProvince: text('State or province'),
      city: text('City'),
      postalCode: text('Postal code'),
      dmaID: long('Designated market area'),
      msaID: long('Metropolitan statistical area'),
      _schema: object('Coordinates', { latitude: double('Latitude'), longitude: double('Longitude') }),
    }),
  },
  'Where on earth the event was made.',
);
