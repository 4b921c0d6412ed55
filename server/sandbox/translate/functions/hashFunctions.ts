import { separated } from '../fragment';
import { withType } from './argumentForms';
import { built, computed, each, type FunctionRule, type FunctionTable } from './functionRule';

export const hashFunctions: FunctionTable = [
  ['hash', hashed('spark_hash')],
  ['xxhash64', hashed('spark_xxhash64')],
  ...each('crc32 sha2', computed),
];

function hashed(name: string): FunctionRule {
  return built((make, _, { t, arguments: values }) => {
    const typed = values.map((value) => withType(t, value));
    return make`${name}(${separated(typed, ', ', 0)})`;
  });
}
