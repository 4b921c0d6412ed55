/** What a role can allow; ids and names as on the Platform. */
export interface Permission {
  readonly id: PermissionId;
  readonly name: string;
  /** What it is about, in the words of `/resource-types`. */
  readonly resource: string;
  readonly actions: readonly ('read' | 'write' | 'delete')[];
}

const all = ['read', 'write', 'delete'] as const;
const read = ['read'] as const;

const table = {
  'view-schemas': ['View Schemas', 'schemas', read],
  'manage-schemas': ['Manage Schemas', 'schemas', all],
  'view-datasets': ['View Datasets', 'datasets', read],
  'manage-datasets': ['Manage Datasets', 'datasets', all],
  'manage-queries': ['Manage Queries', 'queries', all],
  'manage-query-service-integration': ['Manage Query Service Integration', 'query-service-integration', all],
  'manage-query-session': ['Manage Query Session', 'query-sessions', all],
  'view-sources': ['View Sources', 'sources', read],
  'manage-sources': ['Manage Sources', 'sources', all],
  'view-destinations': ['View Destinations', 'destinations', read],
  'manage-destinations': ['Manage Destinations', 'destinations', all],
  'manage-and-activate-dataset-destinations': [
    'Manage and Activate Dataset Destinations',
    'dataset-destinations',
    all,
  ],
  'view-segments': ['View Segments', 'segments', read],
  'manage-segments': ['Manage Segments', 'segments', all],
  'manage-data-usage-policies': ['Manage Data Usage Policies', 'policies', all],
} as const satisfies Record<string, readonly [string, string, Permission['actions']]>;

export type PermissionId = keyof typeof table;

export const permissions: readonly Permission[] = (Object.keys(table) as PermissionId[]).map((id) => {
  const [name, resource, actions] = table[id];
  return { id, name, resource, actions };
});

export function permissionName(id: PermissionId): string {
  return table[id][0];
}

/** Clients write `manage-dataset` and `manage-datasets`. */
export function findPermission(id: string): Permission | undefined {
  return permissions.find((each) => each.id === id || each.id === `${id}s`);
}
