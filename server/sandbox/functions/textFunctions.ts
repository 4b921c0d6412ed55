import { decode, encode } from './charset';
import { conv } from './conv';
import { luhnCheck } from './luhnCheck';
import { mask } from './mask';
import { urlPart, urlQueryValue } from './parseUrl';
import { nullableFunction, scalarFunction, type ScalarFunction } from './scalarFunction';
import { sentences } from './sentences';
import { soundex } from './soundex';
import { toBinary } from './toBinary';
import { binary, boolean, int, listOf, text } from './valueKind';

export const textFunctions: readonly ScalarFunction[] = [
  scalarFunction('spark_conv', [text, int, int], text, conv),
  scalarFunction('spark_soundex', [text], text, soundex),
  scalarFunction('spark_luhn_check', [text], boolean, luhnCheck),
  nullableFunction('spark_mask', [text, text, text, text, text], text, mask),
  scalarFunction('spark_url_part', [text, text], text, urlPart),
  scalarFunction('spark_url_query_value', [text, text, text], text, urlQueryValue),
  scalarFunction('spark_encode', [text, text], binary, encode),
  scalarFunction('spark_decode', [binary, text], text, decode),
  scalarFunction('spark_to_binary', [text, text], binary, (value, format) => {
    const bytes = toBinary(value, format);
    if (!bytes) throw new Error(`The text '${value}' is no binary value in the format ${format}`);
    return bytes;
  }),
  scalarFunction('spark_try_to_binary', [text, text], binary, toBinary),
  scalarFunction('spark_sentences', [text, text, text], listOf(listOf(text)), sentences),
];
