import type { DataType } from '../../../catalog/types';
import { dateText, decimalText, fits, schemaOf, timestampText, type Carried } from '../textAsType';
import { csvFields } from './csvFields';

/** A row of CSV as JSON by the fields of a struct, to be cast by DuckDB. What does not fit its field is null. */
export function csvBySchema(row: string, schema: string): string | undefined {
  const type = schemaOf(schema);
  if (type.kind !== 'struct') return undefined;
  const texts = csvFields(row);
  const entries = type.fields.map(({ name, type: field }, at) => {
    const text = texts[at];
    return [name, (text === undefined ? undefined : carried(text, field)) ?? null];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

const words: Readonly<Record<string, string>> = { NaN: 'NaN', Inf: 'Infinity', '-Inf': '-Infinity' };

function carried(text: string, type: DataType): Carried {
  if (type.kind === 'decimal') return decimalText(text, type.precision, type.scale);
  if (type.kind !== 'scalar') return undefined;
  switch (type.name) {
    case 'string':
      return text === '' ? undefined : text;
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return /^[+-]?\d+$/.test(text) && fits(BigInt(text.replace('+', '')), type.name)
        ? String(BigInt(text.replace('+', '')))
        : undefined;
    case 'float':
    case 'double':
      return fraction(text);
    case 'date':
      return dateText(text);
    case 'timestamp':
      return timestampText(text);
    case 'binary':
      return undefined;
  }
}

/** Java takes spaces around a number, and a letter for its type behind it. */
function fraction(text: string): string | undefined {
  const word = words[text] ?? (/^[+-]?(?:NaN|Infinity)$/.test(text) ? text.replace('+', '') : undefined);
  if (word !== undefined) return word;
  const [, number] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[dDfF]?\s*$/.exec(text) ?? [];
  return number === undefined ? undefined : String(Number(number));
}
