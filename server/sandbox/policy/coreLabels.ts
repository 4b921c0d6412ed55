import type { UsageLabel } from '../../platform/usageLabels';

/** The labels that Adobe defines. */
export const coreLabels: readonly UsageLabel[] = [
  contract('C1', 'Only aggregated', 'Leaves the Platform only aggregated, without ids of individuals.'),
  contract('C2', 'No third parties', 'Must not be exported to third parties.'),
  contract(
    'C3',
    'Not with identifiable data',
    'Must not be combined with directly identifiable information.',
  ),
  contract('C4', 'No targeting', 'Must not be used to target advertisements or content.'),
  contract('C5', 'No cross-site targeting', 'Must not be used for interest-based targeting across sites.'),
  contract('C6', 'No on-site advertising', 'Must not be used to target advertisements on the site.'),
  contract('C7', 'No on-site personalization', 'Must not be used to target content on the site.'),
  contract('C8', 'No measurement', 'Must not be used to measure sites or applications.'),
  contract('C9', 'No data science', 'Must not be used in data science, such as to train a model.'),
  contract('C10', 'No stitched identity', 'Must not be used for stitched identity activation.'),
  contract('C11', 'No segment match', 'Must not be used in segment match.'),
  contract('C12', 'No export', 'Must not be exported in any way.'),
  identity('I1', 'Directly identifiable', 'Identifies a person, not a device.'),
  identity('I2', 'Indirectly identifiable', 'Identifies a person together with other data.'),
  sensitive('S1', 'Precise location', 'Latitude and longitude.'),
  sensitive('S2', 'Coarse location', 'A wide area in which someone is.'),
  sensitive('RHD', 'Regulated health data', 'Health data that is regulated.'),
  sensitive('PSPD', 'Permitted sensitive personal data', 'Sensitive personal data that may be processed.'),
];

function contract(name: string, friendlyName: string, description: string): UsageLabel {
  return { name, category: 'Contract', friendlyName, description };
}

function identity(name: string, friendlyName: string, description: string): UsageLabel {
  return { name, category: 'Identity', friendlyName, description };
}

function sensitive(name: string, friendlyName: string, description: string): UsageLabel {
  return { name, category: 'Sensitive', friendlyName, description };
}
