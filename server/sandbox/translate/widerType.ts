import type { DataType, ScalarName } from '../../catalog/types';

/** A type with room for what an operation on whole numbers gives, and the macro that leaves what fits. */
export interface WiderType {
  readonly type: string;
  readonly narrow: string;
}

const widerTypes: Partial<Record<ScalarName, WiderType>> = {
  byte: { type: 'INTEGER', narrow: 'spark.as_tinyint' },
  short: { type: 'INTEGER', narrow: 'spark.as_smallint' },
  int: { type: 'BIGINT', narrow: 'spark.as_int' },
  long: { type: 'HUGEINT', narrow: 'spark.as_bigint' },
};

/** Whole numbers that do not fit go on from the other end: they are computed in a wider type. */
export function widerType(type: DataType | undefined): WiderType | undefined {
  return type?.kind === 'scalar' ? widerTypes[type.name] : undefined;
}
