/** What the usage labels that Adobe defines mean for data that carries them; of others we know no meaning. */
const meanings: Readonly<Record<string, string>> = {
  C1: 'leaves the Platform only aggregated',
  C2: 'not for third parties',
  C3: 'not together with directly identifiable data',
  C4: 'not for targeting',
  C5: 'not for targeting across sites',
  C6: 'not for advertising on the site',
  C7: 'not for personalization on the site',
  C8: 'not for measuring sites or apps',
  C9: 'not for data science',
  C10: 'not for activation with stitched identities',
  C11: 'not for segment match',
  C12: 'not to be exported',
  I1: 'identifies a person',
  I2: 'identifies a person together with other data',
  S1: 'precise location',
  S2: 'coarse location',
  RHD: 'regulated health data',
  PSPD: 'sensitive personal data',
};

export function labelMeaning(label: string): string | undefined {
  return Object.hasOwn(meanings, label) ? meanings[label] : undefined;
}

/** `C9 (not for data science)` */
export function labelWithMeaning(label: string): string {
  const meaning = labelMeaning(label);
  return meaning === undefined ? label : `${label} (${meaning})`;
}
