import { conv } from './conv';
import { luhnCheck } from './luhnCheck';
import { scalarFunction, type ScalarFunction } from './scalarFunction';
import { soundex } from './soundex';
import { boolean, int, text } from './valueKind';

export const textFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_conv', [text, int, int], text, conv),
  scalarFunction('spark_soundex', [text], text, soundex),
  scalarFunction('spark_luhn_check', [text], boolean, luhnCheck),
];
