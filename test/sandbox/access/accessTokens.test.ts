import { expect, test } from 'vitest';
import { AccessTokens } from '../../../server/sandbox/access/accessTokens';

const day = 86_399_000;

test('a token tells whose it is until it ends', () => {
  let clock = 1_000;
  const tokens = new AccessTokens('secret', () => clock);
  const { token, expiresInSeconds } = tokens.issue('client');
  expect(expiresInSeconds).toBe(86_399);
  const valid = { status: 'valid', clientId: 'client', expiresAt: 1_000 + day } as const;
  expect(tokens.check(token)).toEqual(valid);
  const short = tokens.compact(valid);
  expect(tokens.check(short)).toEqual(valid);
  clock += day;
  expect(tokens.check(token)).toEqual({ status: 'expired' });
  expect(tokens.check(short)).toEqual({ status: 'expired' });
});

test('a token of another folder, a changed one and rubbish are unknown', () => {
  const tokens = new AccessTokens('secret', () => 0);
  const { token } = tokens.issue('client');
  const short = tokens.compact({ clientId: 'client', expiresAt: day });
  const rubbish = [
    '',
    '.',
    '..',
    'c1..',
    token.slice(1),
    token.slice(0, -1),
    `${token}A`,
    short.replace('client', 'other'),
  ];
  for (const text of [new AccessTokens('other', () => 0).issue('client').token, ...rubbish]) {
    expect(tokens.check(text)).toEqual({ status: 'unknown' });
  }
});
