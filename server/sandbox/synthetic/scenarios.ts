import { commerceScenario } from './commerceScenario';
import { mediaScenario } from './media/mediaScenario';
import { retailScenario } from './retail/retailScenario';
import type { Scenario } from './scenario';

/** What can be generated, the usual one first. */
export const scenarios: readonly Scenario[] = [commerceScenario, retailScenario, mediaScenario];

export const usualScenario = commerceScenario.name;
