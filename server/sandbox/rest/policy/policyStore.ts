import type { z } from 'zod';
import { marketingAction, type MarketingAction } from '../../../platform/marketingActions';
import { enabledCorePolicies, newPolicy, policyStatus, type Policy } from '../../../platform/policies';
import { usageLabel, type UsageLabel } from '../../../platform/usageLabels';
import { corePolicies, type CorePolicy } from '../../policy/corePolicies';
import type { Document, DocumentKind } from '../../store/documents';
import type { RestSandbox } from '../restSandbox';

/** Labels of the organization, by name. */
export const customLabel: DocumentKind<UsageLabel> = { name: 'customLabel', body: usageLabel };

/** Marketing actions of the organization, by name. */
export const customAction: DocumentKind<MarketingAction> = { name: 'customAction', body: marketingAction };

const policyBody = newPolicy.extend({ status: policyStatus });

export type StoredPolicy = z.infer<typeof policyBody>;

/** Policies of the organization. */
export const customPolicy: DocumentKind<StoredPolicy> = { name: 'customPolicy', body: policyBody };

/** Which of Adobe's policies are enabled; the only one has the id `core`. */
export const enabledPolicies: DocumentKind<z.infer<typeof enabledCorePolicies>> = {
  name: 'enabledPolicies',
  body: enabledCorePolicies,
};

const base = 'https://platform.adobe.io/data/foundation/dulepolicy';

/** How policies and answers name a marketing action. */
export function actionAddress(kind: 'core' | 'custom', name: string): string {
  return `${base}/marketingActions/${kind}/${name}`;
}

/** Adobe's policies as the organization has them. */
export async function listCorePolicies({ documents }: RestSandbox): Promise<readonly Policy[]> {
  const enabled = (await documents.get(enabledPolicies, 'core'))?.body.policyIds ?? [];
  return corePolicies.map((core) => coreView(core, enabled.includes(core.id)));
}

export async function listCustomPolicies(sandbox: RestSandbox): Promise<readonly Policy[]> {
  return (await sandbox.documents.list(customPolicy)).map((document) => customView(sandbox, document));
}

export function customView(
  { access }: RestSandbox,
  { id, body, created, updated }: Document<StoredPolicy>,
): Policy {
  return {
    ...body,
    id,
    imsOrg: access.orgId,
    created,
    updated,
    _links: { self: { href: `${base}/policies/custom/${id}` } },
  };
}

function coreView({ id, action, description, labels }: CorePolicy, enabled: boolean): Policy {
  const operands = labels.map((label) => ({ label }));
  return {
    id,
    name: id,
    status: enabled ? 'ENABLED' : 'DISABLED',
    marketingActionRefs: [actionAddress('core', action)],
    description,
    deny: { operator: 'OR', operands },
    _links: { self: { href: `${base}/policies/core/${id}` } },
  };
}
