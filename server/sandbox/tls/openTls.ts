import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { writePrivate, type SandboxFolder } from '../folder';
import { selfSignedCertificate } from './selfSignedCertificate';

/** Encryption with the folder's own certificate, which is made the first time. */
export async function openTls(folder: SandboxFolder): Promise<SecureContext> {
  const { key, certificate } = (await readPair(folder)) ?? (await writePair(folder));
  return createSecureContext({ key, cert: certificate, minVersion: 'TLSv1.2' });
}

async function readPair(folder: SandboxFolder): Promise<{ key: string; certificate: string } | undefined> {
  const [key, certificate] = await Promise.all(
    [folder.tlsKey, folder.tlsCertificate].map((file) => readFile(file, 'utf8').catch(() => undefined)),
  );
  return key === undefined || certificate === undefined ? undefined : { key, certificate };
}

async function writePair(folder: SandboxFolder): Promise<{ key: string; certificate: string }> {
  const pair = selfSignedCertificate(new Date());
  await writePrivate(folder.tlsKey, pair.key);
  await writePrivate(folder.tlsCertificate, pair.certificate);
  return pair;
}
