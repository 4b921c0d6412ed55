import type { DataType, ScalarName } from '../../catalog/types';
import * as is from './builtinTypes';
import { asDecimal } from './decimal';

const wholeNumbers: readonly ScalarName[] = ['byte', 'short', 'int'];

/** A cast, written or implied, of a value that is not null may still give null. */
export function castMayFail(from: DataType, to: DataType): boolean {
  if (is.isInterval(from)) return to.kind === 'decimal';
  if (from === to || to.kind === 'unknown' || from.kind === 'unknown') return false;
  if (is.isString(to) || (is.isString(from) && is.isBinary(to))) return false;
  if (is.isString(from)) return is.isAtomic(to);
  if (to.kind === 'decimal') return !fitsDecimal(from, to);
  if (to.kind !== 'scalar') return false;
  if (from.kind === 'decimal' || is.isFractional(from)) return is.isIntegral(to) || is.isDateOrTime(to);
  if (from.kind !== 'scalar') return false;
  if (from.name === 'timestamp') return wholeNumbers.includes(to.name);
  if (from.name === 'date') return to.name !== 'date' && to.name !== 'timestamp';
  return to.name === 'date';
}

function fitsDecimal(from: DataType, to: Extract<DataType, { kind: 'decimal' }>): boolean {
  if (is.isBoolean(from)) return to.precision - to.scale >= 1;
  const exact = asDecimal(from);
  return (
    exact !== undefined && exact.precision - exact.scale <= to.precision - to.scale && exact.scale <= to.scale
  );
}
