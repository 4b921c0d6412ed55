import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  boolean,
  contextTagged,
  generalizedTime,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  utf8,
} from './der';

/** A key and its certificate, as PEM texts. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

const validDays = 3650;

/**
 * A new certificate for this machine's loopback names, signed by itself: a client can be told to trust exactly this
 * one. Node can read certificates but not make them, and their form here is fixed, so it is put together directly.
 */
export function selfSignedCertificate(now: Date): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const body = sequence(
    contextTagged(0, 'constructed', integer(Buffer.of(2))),
    integer(serialNumber()),
    signatureAlgorithm,
    name,
    sequence(generalizedTime(now), generalizedTime(new Date(now.getTime() + validDays * 86_400_000))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    contextTagged(3, 'constructed', sequence(authority, alternativeNames)),
  );
  const certificate = sequence(body, signatureAlgorithm, bitString(sign('sha256', body, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines(certificate.toString('base64'))}\n-----END CERTIFICATE-----\n`,
  };
}

const signatureAlgorithm = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const commonName = objectIdentifier('2.5.4.3');
const name = sequence(set(sequence(commonName, utf8('Feature SQL local sandbox'))));

/** It may vouch for a certificate: for itself. */
const authority = sequence(
  objectIdentifier('2.5.29.19'),
  boolean(true),
  octetString(sequence(boolean(true))),
);

const alternativeNames = sequence(
  objectIdentifier('2.5.29.17'),
  octetString(
    sequence(
      contextTagged(2, 'primitive', Buffer.from('localhost')),
      contextTagged(7, 'primitive', Buffer.of(127, 0, 0, 1)),
    ),
  ),
);

function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  // Positive, and without zeros in front.
  bytes[0] = ((bytes[0] as number) & 0x7f) | 0x40;
  return bytes;
}

function lines(text: string): string {
  return text.replace(/.{64}(?=.)/g, '$&\n');
}
