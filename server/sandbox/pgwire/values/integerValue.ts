import { DuckDBTypeId, HUGEINT, type DuckDBType } from '@duckdb/node-api';
import { TypedValue } from '../../session/openStatement';
import { invalidParameter } from './invalidParameter';

/** Types whose values are JavaScript numbers, with the bits that they have. */
const smallBits: Partial<Record<DuckDBTypeId, number>> = {
  [DuckDBTypeId.SMALLINT]: 16,
  [DuckDBTypeId.INTEGER]: 32,
};

/** A whole number of a type; one that is beyond a bigint stays what it is. */
export function integerValue(value: bigint, type: DuckDBType): TypedValue {
  const bits = smallBits[type.typeId];
  if (bits === undefined) return new TypedValue(BigInt.asIntN(64, value) === value ? type : HUGEINT, value);
  if (BigInt.asIntN(bits, value) !== value) {
    throw invalidParameter(String(value), `whole number of ${bits} bits`);
  }
  return new TypedValue(type, Number(value));
}
