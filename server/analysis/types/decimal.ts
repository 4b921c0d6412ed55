import type { DataType, ScalarName } from '../../catalog/types';

export type Decimal = Extract<DataType, { kind: 'decimal' }>;

const maxPrecision = 38;
/** Digits behind the point that a result keeps when it has too many digits in all. */
const keptScale = 6;

const digitsOfIntegers: Partial<Record<ScalarName, number>> = { byte: 3, short: 5, int: 10, long: 20 };

export function decimal(precision: number, scale: number): Decimal {
  return {
    kind: 'decimal',
    precision: Math.min(precision, maxPrecision),
    scale: Math.min(scale, maxPrecision),
  };
}

/** The decimal that holds every value of a decimal or integer type. */
export function asDecimal(type: DataType): Decimal | undefined {
  if (type.kind === 'decimal') return type;
  const digits = type.kind === 'scalar' ? digitsOfIntegers[type.name] : undefined;
  return digits === undefined ? undefined : decimal(digits, 0);
}

/** The smallest decimal that holds the values of both. */
export function widerDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return decimal(Math.max(a.precision - a.scale, b.precision - b.scale) + scale, scale);
}

export function decimalResult(operator: '+' | '-' | '*' | '/' | '%', a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  switch (operator) {
    case '+':
    case '-':
      return fitted(Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1, scale);
    case '*':
      return fitted(a.precision + b.precision + 1, a.scale + b.scale);
    case '/': {
      const quotientScale = Math.max(keptScale, a.scale + b.precision + 1);
      return fitted(a.precision - a.scale + b.scale + quotientScale, quotientScale);
    }
    case '%':
      return fitted(Math.min(a.precision - a.scale, b.precision - b.scale) + scale, scale);
  }
}

/** Cuts digits behind the point, not before it, where a result has more digits than fit. */
function fitted(precision: number, scale: number): Decimal {
  if (precision <= maxPrecision) return { kind: 'decimal', precision, scale };
  const whole = precision - scale;
  return {
    kind: 'decimal',
    precision: maxPrecision,
    scale: Math.max(maxPrecision - whole, Math.min(scale, keptScale)),
  };
}
