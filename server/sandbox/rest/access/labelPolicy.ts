import type { RestSandbox } from '../restSandbox';

/** The only access policy: whoever lacks the label of a field does not see the field. */
export function labelPolicy({ orgId, sandbox }: RestSandbox['access']) {
  return {
    id: '00000000-0000-0000-0000-000000000002',
    name: 'Default-Field-Level-Access-Control-Policy',
    description: 'Data with a label is seen by those of whom a role has access to the label.',
    status: 'active',
    policyType: 'system-defined',
    imsOrgId: orgId,
    sandboxes: [sandbox],
    rules: [
      {
        effect: 'Deny',
        resource: `/orgs/${orgId}/sandboxes/${sandbox}/schemas/*/schema-fields/*`,
        condition: 'The field has a label that no role of the client has access to',
        actions: ['com.adobe.action.read'],
      },
    ],
  } as const;
}
