import { intervalText } from './intervalText';
import { scalarFunction, type ScalarFunction } from './scalarFunction';
import { int, long, text } from './valueKind';

export const intervalFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_interval_text', [int, int, long, text], text, intervalText),
];
