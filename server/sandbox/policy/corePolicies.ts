import type { MarketingAction } from '../../platform/marketingActions';

export interface CorePolicy {
  readonly id: string;
  readonly action: string;
  readonly description: string;
  /** Any of them breaks it. */
  readonly labels: readonly string[];
}

/** The policies that Adobe defines, one for each of its marketing actions. All are disabled until one enables them. */
export const corePolicies: readonly CorePolicy[] = [
  core(1, 'analytics', ['C8'], 'Data must not be used to measure sites or applications.'),
  core(2, 'combineWithPii', ['C3'], 'Data must not be combined with directly identifiable information.'),
  core(3, 'crossSiteTargeting', ['C4', 'C5'], 'Data must not be used to target advertisements across sites.'),
  core(4, 'dataScience', ['C9'], 'Data must not be used in data science.'),
  core(5, 'emailTargeting', ['C4', 'C7'], 'Data must not be used to target content of mail.'),
  core(6, 'exportToThirdParty', ['C2', 'C12'], 'Data must not be exported to third parties.'),
  core(7, 'onsiteAdvertising', ['C4', 'C6'], 'Data must not be used for advertisements on the site.'),
  core(8, 'onsitePersonalization', ['C4', 'C7'], 'Data must not be used for content on the site.'),
  core(9, 'segmentMatch', ['C11'], 'Data must not be used in segment match.'),
  core(
    10,
    'singleIdentityPersonalization',
    ['C10'],
    'Data must not be used for stitched identity activation.',
  ),
];

export const coreMarketingActions: readonly MarketingAction[] = corePolicies.map(
  ({ action, description }) => ({
    name: action,
    description: `Guarded by: ${description}`,
  }),
);

function core(number: number, action: string, labels: readonly string[], description: string): CorePolicy {
  return { id: `corepolicy_${String(number).padStart(4, '0')}`, action, labels, description };
}
