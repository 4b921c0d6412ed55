import type { PermissionId } from './permissions';

/** What a client may do and see: the rights of all of its roles together. */
export interface ClientAccess {
  readonly clientId: string;
  /** May do everything, and sees everything. */
  readonly isAdministrator: boolean;
  readonly permissions: ReadonlySet<string>;
  /** Labels whose data it may see, without their start: `C9` of `core/C9`. */
  readonly labels: ReadonlySet<string>;
}

/** Whether the client has one of the permissions. */
export function mayDo(access: ClientAccess, permissions: readonly PermissionId[]): boolean {
  return access.isAdministrator || permissions.some((id) => access.permissions.has(id));
}

/** Those of the labels that the client has no access to. */
export function labelsRefused(access: ClientAccess, labels: readonly string[]): readonly string[] {
  return access.isAdministrator ? [] : labels.filter((label) => !access.labels.has(label));
}
