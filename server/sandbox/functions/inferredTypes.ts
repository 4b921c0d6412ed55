import type { DataType } from '../../catalog/types';

const longest = 2n ** 63n;

/** The type of a whole number in a sample: the least one, from `least` on, that holds it. */
export function inferredWhole(digits: string, least: 'int' | 'long'): DataType {
  const value = BigInt(digits);
  if (least === 'int' && BigInt.asIntN(32, value) === value) return { kind: 'scalar', name: 'int' };
  if (value >= -longest && value < longest) return { kind: 'scalar', name: 'long' };
  const precision = String(value).replace('-', '').length;
  return precision <= 38 ? { kind: 'decimal', precision, scale: 0 } : { kind: 'scalar', name: 'double' };
}

/** The type that numbers of both types fit in; `undefined` where they are not both numbers. */
export function widerScalar(one: DataType, other: DataType): DataType | undefined {
  const [less, more] = rankOf(one) <= rankOf(other) ? [one, other] : [other, one];
  if (rankOf(less) < 0) return JSON.stringify(one) === JSON.stringify(other) ? one : undefined;
  if (less.kind !== 'decimal' || more.kind !== 'decimal') {
    return more.kind === 'decimal' ? { ...more, precision: Math.max(more.precision, 20) } : more;
  }
  return { kind: 'decimal', precision: Math.max(less.precision, more.precision), scale: 0 };
}

function rankOf(type: DataType): number {
  if (type.kind === 'decimal') return 2;
  return type.kind === 'scalar' ? ['int', 'long', 'decimal', 'double'].indexOf(type.name) : -1;
}
