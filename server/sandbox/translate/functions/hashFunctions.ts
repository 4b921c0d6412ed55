import { separated } from '../fragment';
import { withType } from './argumentForms';
import { built, computed, each, type FunctionRule, type FunctionTable } from './functionRule';

export const hashFunctions: FunctionTable = [
  ['hash', hashed('spark_hash')],
  ['xxhash64', hashed('spark_xxhash64')],
  ...each('crc32 sha2', computed),
  [
    'aes_encrypt',
    built(
      (make, [text, key, mode, padding, start, extra]) =>
        text &&
        key &&
        make`spark_aes_encrypt(${text}, ${key}, ${mode ?? "'GCM'"}, ${padding ?? "'DEFAULT'"}, ${start ?? "''::BLOB"}, ${extra ?? "''::BLOB"})`,
    ),
  ],
  ['aes_decrypt', decrypted('spark_aes_decrypt')],
  ['try_aes_decrypt', decrypted('spark_try_aes_decrypt')],
];

function hashed(name: string): FunctionRule {
  return built((make, _, { t, arguments: values }) => {
    const typed = values.map((value) => withType(t, value));
    return make`${name}(${separated(typed, ', ', 0)})`;
  });
}

function decrypted(name: string): FunctionRule {
  return built(
    (make, [bytes, key, mode, padding, extra]) =>
      bytes &&
      key &&
      make`${name}(${bytes}, ${key}, ${mode ?? "'GCM'"}, ${padding ?? "'DEFAULT'"}, ${extra ?? "''::BLOB"})`,
  );
}
