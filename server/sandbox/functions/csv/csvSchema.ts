import type { DataType } from '../../../catalog/types';
import { inferredWhole } from '../inferredTypes';
import { dateText, timestampText } from '../textAsType';
import { csvFields } from './csvFields';

/** The type of a sample row; its fields are `_c0`, `_c1`. */
export function typeOfCsv(sample: string): DataType {
  const fields = csvFields(sample).map((text, at) => ({ name: `_c${at}`, type: inferred(text) }));
  return { kind: 'struct', fields };
}

function inferred(text: string | undefined): DataType {
  const trimmed = text?.trim() ?? '';
  if (text !== undefined && /^[+-]?\d+$/.test(text)) return inferredWhole(text.replace('+', ''), 'int');
  if (/^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?Inf|[+-]?Infinity)$/.test(trimmed)) {
    return { kind: 'scalar', name: 'double' };
  }
  if (text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && dateText(text))
    return { kind: 'scalar', name: 'date' };
  if (text !== undefined && (timestampText(text) || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text))) {
    return { kind: 'scalar', name: 'timestamp' };
  }
  return { kind: 'scalar', name: /^(?:true|false)$/i.test(trimmed) ? 'boolean' : 'string' };
}
