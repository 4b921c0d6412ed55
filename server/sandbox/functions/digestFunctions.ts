import { createHash } from 'node:crypto';
import { aesDecrypt, aesEncrypt, tryAesDecrypt } from './aes';
import { crc32 } from './crc32';
import { hashOf } from './hashedValue';
import { murmur3 } from './murmur3';
import { scalarFunction, variadicFunction, type ScalarFunction } from './scalarFunction';
import { binary, int, long, text } from './valueKind';
import { xxhash64 } from './xxhash64';

const sparkSeed = 42;

export const digestFunctions: readonly ScalarFunction[] = [
  variadicFunction('spark_hash', int, (values) => hashOf(murmur3, values, sparkSeed)),
  variadicFunction('spark_xxhash64', long, (values) => hashOf(xxhash64, values, BigInt(sparkSeed))),
  scalarFunction('spark_crc32', [binary], long, (bytes) => BigInt(crc32(bytes))),
  scalarFunction('spark_sha2', [binary, int], text, sha2),
  scalarFunction('spark_aes_encrypt', [binary, binary, text, text, binary, binary], binary, aesEncrypt),
  scalarFunction('spark_aes_decrypt', [binary, binary, text, text, binary], binary, aesDecrypt),
  scalarFunction('spark_try_aes_decrypt', [binary, binary, text, text, binary], binary, tryAesDecrypt),
];

/** 0 bits are 256. */
function sha2(bytes: Uint8Array, bits: number): string | undefined {
  if (![0, 224, 256, 384, 512].includes(bits)) return undefined;
  return createHash(`sha${bits === 0 ? 256 : bits}`)
    .update(bytes)
    .digest('hex');
}
