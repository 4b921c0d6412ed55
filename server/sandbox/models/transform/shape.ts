import { z } from 'zod';
import type { DataType } from '../../../catalog/types';
import { duckdbType, isNumeric, isScalar } from '../../translate/duckdbType';

/** What a column is to the preparation of features. */
export type Shape = z.infer<typeof shape>;

export const shape = z.discriminatedUnion('kind', [
  /** `type` is DuckDB's name of it. */
  z.object({ kind: z.literal('number'), type: z.string(), isWhole: z.boolean() }),
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('boolean') }),
  z.object({ kind: z.literal('texts') }),
  /** Doubles, in every row as many; absent where that is not yet known. */
  z.object({ kind: z.literal('vector'), size: z.number().optional() }),
  z.object({ kind: z.literal('struct') }),
  /** `text` tells a reader what it is. */
  z.object({ kind: z.literal('other'), text: z.string() }),
]);

export const double: Shape = { kind: 'number', type: 'DOUBLE', isWhole: false };

export function shapeOf(type: DataType): Shape {
  if (isNumeric(type))
    return {
      kind: 'number',
      type: duckdbType(type) ?? 'DOUBLE',
      isWhole: isScalar(type, 'byte', 'short', 'int', 'long'),
    };
  if (isScalar(type, 'string')) return { kind: 'text' };
  if (isScalar(type, 'boolean')) return { kind: 'boolean' };
  if (type.kind === 'struct') return { kind: 'struct' };
  if (type.kind === 'array' && isNumeric(type.element)) return { kind: 'vector' };
  if (type.kind === 'array' && isScalar(type.element, 'string')) return { kind: 'texts' };
  return { kind: 'other', text: type.kind === 'scalar' ? type.name : type.kind };
}

/** How a message names the shapes that an argument may have. */
export const shapeNames: Readonly<Record<Shape['kind'], string>> = {
  number: 'a number',
  text: 'a text',
  boolean: 'a boolean',
  texts: 'an array of texts',
  vector: 'a vector',
  struct: 'a struct',
  other: 'of another type',
};
