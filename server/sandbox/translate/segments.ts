/**
 * The columns of a step before, in which the rows of a window are cut into segments: the place of a row, the
 * microseconds since the one before it, whether it opens a segment, the number of its segment and the place of the row
 * that opens it.
 */
export interface SegmentColumns {
  readonly place: string;
  readonly gap: string;
  readonly opens: string;
  readonly number: string;
  readonly start: string;
}

/** The columns for a call that stands at this token of the statement. */
export function segmentColumns(token: number): SegmentColumns {
  const named = (what: string): string => `__${what}${token}`;
  return {
    place: named('place'),
    gap: named('gap'),
    opens: named('opens'),
    number: named('number'),
    start: named('start'),
  };
}
