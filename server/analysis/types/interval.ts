import type { DataType } from '../../catalog/types';
import * as is from './builtinTypes';

/** Intervals of different families have nothing in common; `some` is one that we cannot tell the family of. */
export type IntervalFamily = 'yearMonth' | 'dayTime' | 'calendar' | 'some';

const units = ['year', 'month', 'day', 'hour', 'minute', 'second'];
const firstOfDayTime = units.indexOf('day');

export function intervalFamily(type: DataType): IntervalFamily | undefined {
  if (type.kind !== 'unknown' || !is.isInterval(type)) return undefined;
  // What make_interval gives has months, days and times side by side.
  if (type.text === 'interval') return 'calendar';
  const [first, last] = fieldsOf(type.text);
  if (first === undefined || last === undefined) return 'some';
  if (first >= firstOfDayTime) return 'dayTime';
  return last < firstOfDayTime ? 'yearMonth' : 'some';
}

/** The interval that holds both; `undefined` when they are of different families. */
export function widerInterval(a: DataType, b: DataType): DataType | undefined {
  const [left, right] = [intervalFamily(a), intervalFamily(b)];
  if (left === 'some' || right === 'some') return is.interval('');
  if (left !== right || a.kind !== 'unknown' || b.kind !== 'unknown') return undefined;
  const places = [...fieldsOf(a.text), ...fieldsOf(b.text)];
  return left === 'calendar' ? a : spanning(Math.min(...places), Math.max(...places));
}

/** What an interval becomes when it is multiplied or divided: every field of its family. */
export function wholeFamily(type: DataType): DataType {
  switch (intervalFamily(type)) {
    case 'yearMonth':
      return is.interval('year to month');
    case 'dayTime':
      return is.interval('day to second');
    default:
      return type;
  }
}

/** The places of the units that an interval names: its first and its last, which may be the same. */
function fieldsOf(text: string): readonly number[] {
  const places = (text.match(/[a-z]+/g) ?? []).map((word) => units.indexOf(word)).filter((at) => at >= 0);
  const [first] = places;
  return first === undefined ? [] : [first, places.at(-1) ?? first];
}

function spanning(first: number, last: number): DataType {
  return is.interval(first === last ? `${units[first]}` : `${units[first]} to ${units[last]}`);
}
