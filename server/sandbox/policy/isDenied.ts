import type { DenyExpression } from '../../platform/policies';

/** Whether data with these labels breaks a policy. */
export function isDenied(
  labels: ReadonlySet<string>,
  { label, operator, operands = [] }: DenyExpression,
): boolean {
  if (label !== undefined) return labels.has(label);
  const holds = (operand: DenyExpression): boolean => isDenied(labels, operand);
  return operator === 'AND' ? operands.every(holds) : operands.some(holds);
}
