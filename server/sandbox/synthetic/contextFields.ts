import type { XdmProperty } from '../../platform/xdm';
import { array, boolean, long, measure, object, text } from './xdmProperties';

/** What led to an event: a campaign, a channel, an application. */

export const marketing: XdmProperty = object(
  'Marketing',
  {
    trackingCode: text('Tracking code'),
    campaignName: text('Campaign name'),
    campaignGroup: text('Campaign group'),
  },
  'The campaign that led to the event.',
);

export const channel: XdmProperty = object(
  'Channel',
  {
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
  },
  'The way by which the event came.',
);

export const application: XdmProperty = object(
  'Application',
  {
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
  },
  'The application that was used.',
);
