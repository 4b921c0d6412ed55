import { javaNumberText } from '../javaNumberText';
import { isWholeNumber, type JsonValue } from './jsonValue';

/** JSON without spaces. Fractions are written as doubles, as Spark does it: 1.50 becomes 1.5. */
export function writeJson(value: JsonValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return isWholeNumber(value.text) ? value.text : javaNumberText(Number(value.text));
    case 'string':
      return writeString(value.value);
    case 'array':
      return `[${value.items.map(writeJson).join(',')}]`;
    case 'object':
      return `{${value.entries.map(([name, each]) => `${writeString(name)}:${writeJson(each)}`).join(',')}}`;
  }
}

function writeString(text: string): string {
  return JSON.stringify(text).replace(/\\u00[\da-f]{2}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}
