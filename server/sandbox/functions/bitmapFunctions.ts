import { bitmap, joinedBitmaps } from './bitmap';
import { nullableFunction, type ScalarFunction } from './scalarFunction';
import { binary, listOf, long } from './valueKind';

/** A group without rows has a bitmap too. */
export const bitmapFunctions: readonly ScalarFunction[] = [
  nullableFunction('spark_bitmap', [listOf(long)], binary, (positions) => bitmap(positions ?? [])),
  nullableFunction('spark_joined_bitmaps', [listOf(binary)], binary, (bitmaps) =>
    joinedBitmaps(bitmaps ?? []),
  ),
];
