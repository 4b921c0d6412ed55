/** How the rows of one identity become a profile, the only way here: the latest value of a field counts. */
export const mergePolicy = {
  id: '7f3b9a52-6d1e-4c0b-9a8e-2f5d0c4e6b1a',
  name: 'Default Timebased',
  schema: { name: '_xdm.context.profile' },
  version: 1,
  identityGraph: { type: 'none' },
  attributeMerge: { type: 'timestampOrdered' },
  default: true,
} as const;
