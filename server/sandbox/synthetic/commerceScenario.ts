import { eventRows } from './eventRows';
import { profileRows } from './profileRows';
import type { Scenario } from './scenario';
import { simulatedWeeks, simulateUser } from './simulateUser';
import { eventsDataset, profilesDataset } from './syntheticDatasets';

export const commerceScenario: Scenario = {
  name: 'commerce',
  summary:
    'The documented use case: mails, advertisements and web pages of a shop, and who subscribes in the end.',
  simulatedWeeks,
  weeksBeforeEnd: 2,
  simulate: simulateUser,
  events: eventsDataset,
  eventRows,
  profiles: profilesDataset,
  profileRows,
};
