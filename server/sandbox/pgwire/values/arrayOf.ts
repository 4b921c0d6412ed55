import {
  BIGINT,
  DECIMAL,
  decimalValue,
  DuckDBDecimalValue,
  LIST,
  listValue,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { TypedValue } from '../../session/openStatement';
import { mostDigits } from './decimalOf';
import { invalidParameter } from './invalidParameter';
import type { ParameterKind } from './parameterKind';

/** An array of values of one kind; `undefined` is the SQL null. */
export function arrayOf(items: readonly (TypedValue | undefined)[], element: ParameterKind): TypedValue {
  const given = items.filter((item) => item !== undefined);
  if (given.some(({ value }) => value instanceof DuckDBDecimalValue)) return arrayOfDecimals(items);
  const type = given[0]?.type ?? typeOf(element);
  return new TypedValue(LIST(type), listValue(items.map((item) => item?.value ?? null)));
}

function typeOf(kind: ParameterKind): DuckDBType {
  switch (kind.kind) {
    case 'scalar':
      return kind.type;
    case 'decimal':
      return BIGINT;
    case 'array':
      return LIST(typeOf(kind.element));
  }
}

/** The elements of an array have one type: that of the most digits before the point and of the most after it. */
function arrayOfDecimals(items: readonly (TypedValue | undefined)[]): TypedValue {
  const decimals = items.flatMap((item) => (item?.value instanceof DuckDBDecimalValue ? [item.value] : []));
  const scale = Math.max(...decimals.map((decimal) => decimal.scale));
  const width = scale + Math.max(...decimals.map((decimal) => decimal.width - decimal.scale));
  const type = DECIMAL(width, scale);
  const rescaled = (value: DuckDBValue): DuckDBValue => {
    if (!(value instanceof DuckDBDecimalValue) || width > mostDigits) {
      throw invalidParameter(
        String(value),
        `decimal of at most ${mostDigits} digits, as the others of its array`,
      );
    }
    return decimalValue(value.value * 10n ** BigInt(scale - value.scale), width, scale);
  };
  return new TypedValue(LIST(type), listValue(items.map((item) => (item ? rescaled(item.value) : null))));
}
