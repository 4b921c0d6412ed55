import type { CellPlace, CellRange } from './cellRange';
import { contains } from './cellRange';

const selectedClass = 'selected';

/** Which cells are selected, and how that looks on those that are in sight. */
export class RangeSelection {
  private current: CellRange | undefined;
  /** Cells that scroll into sight are drawn when they appear. */
  private readonly observer = new MutationObserver(() => this.draw());

  constructor(
    private readonly grid: HTMLElement,
    private readonly onChanged: (range: CellRange) => void,
  ) {
    this.observer.observe(grid, { childList: true, subtree: true });
  }

  get range(): CellRange | undefined {
    return this.current;
  }

  set(range: CellRange): void {
    this.current = range;
    this.draw();
    this.onChanged(range);
  }

  start(place: CellPlace): void {
    this.set({ anchor: place, focus: place });
  }

  drawTo(focus: CellPlace): void {
    this.set({ anchor: this.current?.anchor ?? focus, focus });
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private draw(): void {
    for (const cell of this.grid.querySelectorAll<HTMLElement>('[data-row]')) {
      const place = placeOf(cell);
      const isSelected = this.current !== undefined && contains(this.current, place);
      if (cell.classList.contains(selectedClass) !== isSelected) {
        cell.classList.toggle(selectedClass, isSelected);
        cell.setAttribute('aria-selected', String(isSelected));
      }
    }
  }
}

/** The place of the cell that an event happened in; undefined outside of cells. */
export function cellPlaceAt(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? placeOf(cell) : undefined;
}

function placeOf(cell: HTMLElement): CellPlace {
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['index']) };
}
