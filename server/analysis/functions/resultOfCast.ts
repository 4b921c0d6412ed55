import { parseType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';

/** What a function that is named like a type gives: `bigint(x)`, `decimal(x)`. */
export function resultOfCast(name: string): DataType {
  return parseType(name.toLowerCase());
}
