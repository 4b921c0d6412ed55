import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { selfSignedCertificate } from '../../server/sandbox/tls/selfSignedCertificate';

test('the certificate is for loopback, signed by itself and valid for years', () => {
  const { certificate } = selfSignedCertificate(new Date('2026-11-01T12:00:00Z'));
  const read = new X509Certificate(certificate);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.subject).toBe('CN=Feature SQL local sandbox');
  expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  expect([new Date(read.validFrom), new Date(read.validTo)]).toEqual([
    new Date('2026-11-01T12:00:00Z'),
    new Date('2036-10-29T12:00:00Z'),
  ]);
});
