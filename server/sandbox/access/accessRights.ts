import { sandboxName } from '../databaseName';
import type { Documents } from '../store/documents';
import type { ClientAccess } from './clientAccess';
import { administratorRole, storedRole } from './roles';
import { subjectsOf, technicalAccount } from './technicalAccounts';

/** Tells what clients may do and see. Roles can change at any time, so it is asked for each request and statement. */
export class AccessRights {
  constructor(
    private readonly documents: Documents,
    /** The client id of the folder's own credentials. */
    private readonly administrator: string,
  ) {}

  async of(clientId: string): Promise<ClientAccess> {
    if (clientId === this.administrator)
      return { clientId, isAdministrator: true, permissions: new Set(), labels: new Set() };
    const account = await this.documents.get(technicalAccount, clientId);
    const subjects = account ? subjectsOf(account) : [];
    const roles = (await this.documents.list(storedRole))
      .map(({ body }) => body)
      .filter((role) => role.subjects.some((subject) => subjects.includes(subject)))
      .filter((role) => role.sandboxes.includes(sandboxName));
    return {
      clientId,
      isAdministrator: false,
      permissions: new Set(roles.flatMap(({ permissionSets }) => permissionSets)),
      labels: new Set(roles.flatMap(({ subjectAttributes }) => subjectAttributes.labels.map(plainLabel))),
    };
  }

  /** The role to ask for to see data with a label. */
  async roleFor(label: string): Promise<string> {
    const roles = await this.documents.list(storedRole);
    const found = roles.find(({ body }) => body.subjectAttributes.labels.map(plainLabel).includes(label));
    return found?.body.name ?? administratorRole.name;
  }
}

/** Roles say `core/C9` and `custom/L1`, fields `C9` and `L1`. */
export function plainLabel(label: string): string {
  return label.slice(label.lastIndexOf('/') + 1);
}
