import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Document, DocumentKind, Documents } from '../store/documents';
import { sameText } from './sameText';

const body = z.object({
  name: z.string(),
  technicalAccountId: z.string(),
  /** Of the secrets only hashes are kept: they are random, so that no one can guess them from these. */
  secretHash: z.string(),
  credentialHash: z.string(),
});

/** Accounts beside the folder's own, by their client ids. */
export const technicalAccount: DocumentKind<z.infer<typeof body>> = { name: 'technicalAccount', body };

/** A new account with its secrets, which are told once. */
export interface MadeAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly technicalAccountId: string;
  /** The second half of the password that does not expire; the first is the technical account. */
  readonly credential: string;
}

export async function makeAccount(documents: Documents, name: string): Promise<MadeAccount> {
  const made: MadeAccount = {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: `p8e-${randomBytes(24).toString('base64url')}`,
    technicalAccountId: randomBytes(12).toString('hex').toUpperCase(),
    credential: randomBytes(16).toString('hex'),
  };
  await documents.insert(technicalAccount, made.clientId, {
    name,
    technicalAccountId: made.technicalAccountId,
    secretHash: hashOf(made.clientSecret),
    credentialHash: hashOf(made.credential),
  });
  return made;
}

/** Whether there is an account with this secret. */
export async function hasSecret(documents: Documents, clientId: string, secret: string): Promise<boolean> {
  const account = await documents.get(technicalAccount, clientId);
  return sameText(hashOf(secret), account?.body.secretHash ?? '');
}

/** The client id of the account with this password, of the form `{technicalAccountId}:{credential}`. */
export async function accountOfPassword(documents: Documents, password: string): Promise<string | undefined> {
  const [id = '', credential = ''] = password.split(':', 2);
  const account = (await documents.list(technicalAccount)).find(
    (each) => each.body.technicalAccountId === id,
  );
  return sameText(hashOf(credential), account?.body.credentialHash ?? '') ? account?.id : undefined;
}

/** Everything by which roles can name an account. */
export function subjectsOf({ id, body: account }: Document<z.infer<typeof body>>): readonly string[] {
  return [id, account.technicalAccountId, `${account.technicalAccountId}@techacct.adobe.com`];
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
