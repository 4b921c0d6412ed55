/** A place in the grid, both zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The selected rectangle, from where it began to where it was drawn. */
export interface CellRange {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

/** Corners in order; `end` is part of the range. */
export interface Rectangle {
  readonly start: CellPlace;
  readonly end: CellPlace;
}

export function rectangle({ anchor, focus }: CellRange): Rectangle {
  return {
    start: { row: Math.min(anchor.row, focus.row), column: Math.min(anchor.column, focus.column) },
    end: { row: Math.max(anchor.row, focus.row), column: Math.max(anchor.column, focus.column) },
  };
}

export function contains(range: CellRange, { row, column }: CellPlace): boolean {
  const { start, end } = rectangle(range);
  return row >= start.row && row <= end.row && column >= start.column && column <= end.column;
}

export function isSingleCell({ anchor, focus }: CellRange): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

/** How far a key with shift draws the range; undefined for other keys. `size` is that of the grid. */
export function extendRange(range: CellRange, key: string, size: CellPlace): CellRange | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const focus = {
    row: clamp(range.focus.row + step.row, size.row),
    column: clamp(range.focus.column + step.column, size.column),
  };
  return { anchor: range.anchor, focus };
}

const page = 20;
const far = Number.MAX_SAFE_INTEGER;

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -page, column: 0 },
  PageDown: { row: page, column: 0 },
  Home: { row: 0, column: -far },
  End: { row: 0, column: far },
};

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
