import { formatNumber, formatPlaces } from './decimalFormat';
import { exactNumber } from './exactNumber';
import { javaFormat } from './javaFormat';
import { toChar, toNumber } from './numberPattern';
import { scalarFunction, variadicFunction, type ScalarFunction } from './scalarFunction';
import { anything, int, text, type TypedValue } from './valueKind';

export const formatFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_format_places', [anything, int], text, formatPlaces),
  scalarFunction('spark_format_number', [anything, text], text, formatNumber),
  variadicFunction('spark_format_string', text, ([format, ...values]) =>
    format?.value === null ? undefined : javaFormat(format?.value as string, values),
  ),
  scalarFunction('spark_to_char', [anything, text], text, numberText),
  scalarFunction('spark_to_number', [text, text], text, (value, format) => {
    const number = toNumber(value, format);
    if (number === undefined) throw new Error(`The text '${value}' does not match the format '${format}'`);
    return number;
  }),
  scalarFunction('spark_try_to_number', [text, text], text, toNumber),
];

function numberText(value: TypedValue, format: string): string | undefined {
  const number = exactNumber(value);
  return typeof number === 'number' ? undefined : toChar(number, format);
}
