import { describe, expect, test } from 'vitest';
import { aesDecrypt, aesEncrypt, tryAesDecrypt } from '../../../server/sandbox/functions/aes';
import { decode, encode } from '../../../server/sandbox/functions/charset';
import { conv } from '../../../server/sandbox/functions/conv';
import { javaRegex } from '../../../server/sandbox/functions/javaRegex';
import { urlPart, urlQueryValue } from '../../../server/sandbox/functions/parseUrl';
import { regexpExtract, regexpReplace } from '../../../server/sandbox/functions/regexFunctions';
import { sentences } from '../../../server/sandbox/functions/sentences';
import { soundex } from '../../../server/sandbox/functions/soundex';
import { toBinary } from '../../../server/sandbox/functions/toBinary';

test('numbers change their base within 64 bits', () => {
  expect(conv('-1', 10, 16)).toBe('FFFFFFFFFFFFFFFF');
  expect(conv('-1', 10, -16)).toBe('-1');
  expect(conv('99999999999999999999', 10, -10)).toBe('-1');
  expect(conv('12x', 10, 2)).toBe('1100');
  expect(conv('1', 37, 10)).toBeUndefined();
});

test('words that sound alike have one code', () => {
  expect(['Robert', 'Rupert', 'Tymczak', 'Pfister'].map(soundex)).toEqual(['R163', 'R163', 'T522', 'P236']);
  expect(soundex('öl')).toBe('öl');
});

describe('the parts of a URL', () => {
  test.each([
    ['http://u:p@h.com:80/a?k=v#f', 'AUTHORITY', 'u:p@h.com:80'],
    ['http://u:p@h.com:80/a?k=v#f', 'FILE', '/a?k=v'],
    ['https://h', 'PATH', ''],
    ['http://my_host/x', 'HOST', undefined],
    ['mailto:a@b.c', 'PATH', undefined],
    ['http://h/a b', 'HOST', undefined],
    ['http:', 'PROTOCOL', undefined],
    ['http://h', 'nope', undefined],
  ])('%s: %s', (url, part, value) => {
    expect(urlPart(url, part)).toBe(value);
  });

  test('a key of the query', () => {
    expect(urlQueryValue('http://h?kk=1&k=2&k=3', 'QUERY', 'k')).toBe('2');
    expect(urlQueryValue('http://h?k=2', 'HOST', 'k')).toBeUndefined();
  });
});

test('texts become bytes and texts again', () => {
  for (const name of ['UTF-8', 'utf-16', 'UTF-16LE', 'UTF-16BE'])
    expect(decode(encode('é😀', name), name)).toBe('é😀');
  expect(Buffer.from(encode('é😀', 'latin1')).toString('hex')).toBe('e93f');
  expect(() => encode('a', 'nope')).toThrow('character set nope');
});

test('bytes are read from hexadecimal and Base64', () => {
  expect(toBinary('616', 'hex')).toEqual(Buffer.from([6, 0x16]));
  expect(toBinary('YW Jj', 'base64')).toEqual(Buffer.from('abc'));
  expect([toBinary('zz', 'hex'), toBinary('Y', 'base64'), toBinary('a?', 'base64')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('what AES encrypts it decrypts with the same key only', () => {
  const [text, key, none] = [Buffer.from('Grüße'), Buffer.from('0000111122223333'), Buffer.alloc(0)];
  for (const mode of ['GCM', 'CBC', 'ECB']) {
    const bytes = aesEncrypt(text, key, mode, 'DEFAULT', none, none);
    expect(aesDecrypt(bytes, key, mode, 'DEFAULT', none)).toEqual(text);
  }
  const bytes = aesEncrypt(text, key, 'GCM', 'DEFAULT', none, none);
  expect(tryAesDecrypt(bytes, Buffer.from('3333222211110000'), 'GCM', 'DEFAULT', none)).toBeUndefined();
  expect(() => aesEncrypt(text, Buffer.from('short'), 'GCM', 'DEFAULT', none, none)).toThrow(
    '16, 24 or 32 bytes',
  );
});

test('sentences are lists of words', () => {
  expect(sentences('Hello, well-known world.\nHow are - you?', 'en', 'US')).toEqual([
    ['Hello', 'well-known', 'world'],
    ['How', 'are', 'you'],
  ]);
});

describe('regular expressions of Java', () => {
  test('are those of JavaScript where they mean the same', () => {
    expect(regexpReplace('aXbxc', '(?i)x', '-', 1)).toBe('a-b-c');
    expect(regexpReplace('100-200-300', '(\\d+)', '<$1>', 5)).toBe('100-<200>-<300>');
    expect(regexpReplace('a', 'a', '$1', 9)).toBe('a');
    expect(regexpExtract('AbC', '\\p{Lower}', 0)).toBe('b');
  });

  test('are refused where they do not', () => {
    expect(() => javaRegex('a++')).toThrow('the regular expression a++');
    expect(() => javaRegex('[a&&b]')).toThrow('the regular expression');
    expect(() => regexpExtract('abc', '(b)', 2)).toThrow('has 1 groups, not 2');
  });
});
