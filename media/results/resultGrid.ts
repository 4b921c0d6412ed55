import type { GridApi, IGetRowsParams } from 'ag-grid-community';
import {
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  EventApiModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RowApiModule,
  ScrollApiModule,
  CellStyleModule,
} from 'ag-grid-community';
import type { ResultColumn, Row } from '../../client/results/messages';
import type { CellPlace } from './cellRange';
import { extendRange, isSingleCell, rectangle } from './cellRange';
import { columnWidths } from './columnWidth';
import { columnIndex, gridColumns } from './gridColumns';
import { gridTheme, rowHeight } from './gridTheme';
import type { GridPlace } from './host';
import { cellPlaceAt, RangeSelection } from './rangeSelection';
import { tsv } from './tsv';

ModuleRegistry.registerModules([
  ...[InfiniteRowModelModule, ColumnApiModule, ColumnAutoSizeModule, EventApiModule],
  ...[RowApiModule, ScrollApiModule, CellStyleModule],
]);

/** Rows of one request; a few requests fill the screen, and few are in flight. */
export const blockRows = 200;

export interface GridSource {
  readonly columns: readonly ResultColumn[];
  /** Known rows so far, and whether more can be had. */
  readonly extent: () => { readonly fetched: number; readonly hasMore: boolean };
  readonly fetchRows: (start: number, count: number) => Promise<readonly Row[]>;
}

export interface GridActions {
  readonly open: (place: CellPlace) => void;
  readonly moved: (place: CellPlace) => void;
  readonly copy: (text: string, what: string) => void;
  /** The grid was scrolled or a column made wider. */
  readonly placed: (place: GridPlace) => void;
  readonly failed: (error: unknown) => void;
  readonly styleNonce: string;
}

/** The grid of one result: rows are fetched as they come into sight, and few are kept. */
export class ResultGrid {
  private readonly api: GridApi<Row>;
  private readonly selection: RangeSelection;

  constructor(
    private readonly parent: HTMLElement,
    private readonly source: GridSource,
    private readonly actions: GridActions,
    private firstRows: readonly Row[],
    place: GridPlace | undefined,
  ) {
    const measure = textMeasure(parent);
    const widths = place?.widths ?? columnWidths(source.columns, firstRows.slice(0, 50), measure);
    this.selection = new RangeSelection(parent, ({ focus }) => actions.moved(focus));
    this.api = createGrid<Row>(parent, {
      theme: gridTheme,
      styleNonce: actions.styleNonce,
      columnDefs: gridColumns(source.columns, widths),
      defaultColDef: { sortable: false, suppressMovable: true, resizable: true, minWidth: 48 },
      rowModelType: 'infinite',
      datasource: { getRows: (params) => void this.getRows(params) },
      cacheBlockSize: blockRows,
      maxBlocksInCache: 25,
      infiniteInitialRowCount: Math.max(1, source.extent().fetched),
      suppressDragLeaveHidesColumns: true,
      suppressCellFocus: false,
      animateRows: false,
      // A screen of rows is drawn at once; drawn by frames, keys that repeat fast would leave the grid empty.
      suppressAnimationFrame: true,
      onCellFocused: ({ rowIndex, column }) => this.follow(rowIndex, column),
      onCellDoubleClicked: ({ rowIndex, column }) => this.open(rowIndex, column.getColId()),
      onFirstDataRendered: () => place && this.scrollTo(place),
      onBodyScrollEnd: () => actions.placed(this.place),
      onColumnResized: ({ finished }) => finished && actions.placed(this.place),
    });
    this.listen();
  }

  private get place(): GridPlace {
    const widths = this.source.columns.map(
      (_column, index) => this.api.getColumn(String(index))?.getActualWidth() ?? 120,
    );
    const { left } = this.api.getHorizontalPixelRange();
    // The grid's own first row may be one that is rendered above the part in sight.
    const row = Math.round(this.api.getVerticalPixelRange().top / rowHeight);
    return { row, column: columnAt(widths, left), widths };
  }

  cellAt({ row, column }: CellPlace): string | null | undefined {
    return this.api.getDisplayedRowAtIndex(row)?.data?.[column];
  }

  /** More rows are known than before, for instance after an export read all of them. */
  grow(): void {
    const { fetched, hasMore } = this.source.extent();
    if (fetched === this.api.getDisplayedRowCount() && !hasMore) return;
    this.api.setRowCount(Math.max(1, fetched), !hasMore);
  }

  /** Scrolls a cell into sight, for instance after the viewer took room from the grid. */
  reveal({ row, column }: CellPlace): void {
    this.api.ensureIndexVisible(row);
    this.api.ensureColumnVisible(String(column));
  }

  focusCell(place: CellPlace): void {
    this.api.setFocusedCell(place.row, String(place.column));
  }

  /** The cell with the focus; the first one when none has it. */
  get focused(): CellPlace {
    return this.selection.range?.focus ?? { row: 0, column: 0 };
  }

  destroy(): void {
    this.selection.dispose();
    this.api.destroy();
  }

  private async getRows({ startRow, endRow, successCallback, failCallback }: IGetRowsParams): Promise<void> {
    try {
      const rows = startRow === 0 ? this.firstRows : await this.source.fetchRows(startRow, endRow - startRow);
      const { fetched, hasMore } = this.source.extent();
      successCallback([...rows], hasMore ? undefined : fetched);
    } catch (error) {
      failCallback();
      this.actions.failed(error);
    }
  }

  private follow(row: number | null, column: unknown): void {
    const colId = typeof column === 'string' ? column : (column as { getColId(): string } | null)?.getColId();
    const index = colId === undefined ? undefined : columnIndex(colId);
    if (row === null || index === undefined || this.isDrawing) return;
    this.selection.start({ row, column: index });
  }

  private open(row: number | null, colId: string): void {
    const column = columnIndex(colId);
    if (row !== null && column !== undefined) this.actions.open({ row, column });
  }

  /** While shift is held, or the mouse draws, a change of focus does not begin a new range. */
  private isDrawing = false;

  private listen(): void {
    const { parent, selection } = this;
    parent.addEventListener('keydown', (event) => this.onKey(event), true);
    parent.addEventListener('mousedown', (event) => {
      const place = cellPlaceAt(event.target);
      const row = rowNumberAt(event.target);
      this.isDrawing = event.shiftKey && place !== undefined;
      if (place && event.shiftKey) selection.drawTo(place);
      if (row !== undefined) this.selectRow(row);
    });
    parent.addEventListener('mouseover', (event) => {
      const place = cellPlaceAt(event.target);
      if ((event.buttons & 1) === 0 || !place || !selection.range) return;
      selection.drawTo(place);
    });
    parent.addEventListener('mouseup', () => (this.isDrawing = false));
    parent.addEventListener('copy', (event) => this.onCopy(event));
  }

  private onKey(event: KeyboardEvent): void {
    const { range } = this.selection;
    if (!range || !(event.target instanceof Element) || !event.target.closest('.ag-cell')) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      return this.actions.open(range.focus);
    }
    const size = { row: this.source.extent().fetched, column: this.source.columns.length };
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const end = { row: size.row - 1, column: size.column - 1 };
      return this.selection.set({ anchor: { row: 0, column: 0 }, focus: end });
    }
    const drawn = event.shiftKey ? extendRange(range, event.key, size) : undefined;
    if (!drawn) return;
    event.preventDefault();
    event.stopPropagation();
    this.selection.set(drawn);
    this.reveal(drawn.focus);
  }

  private selectRow(row: number): void {
    const last = this.source.columns.length - 1;
    this.selection.set({ anchor: { row, column: 0 }, focus: { row, column: last } });
  }

  private onCopy(event: ClipboardEvent): void {
    const { range } = this.selection;
    if (!range) return;
    event.preventDefault();
    void this.copySelection().catch((error: unknown) => this.actions.failed(error));
  }

  /** One cell is copied as it is; more become a table with the names of the columns when whole rows are taken. */
  private async copySelection(): Promise<void> {
    const { range } = this.selection;
    if (!range) return;
    if (isSingleCell(range)) return this.actions.copy(this.cellAt(range.focus) ?? '', '1 cell');
    const { start, end } = rectangle(range);
    const rows = await this.rowsBetween(start.row, end.row);
    const cut = rows.map((row) => row.slice(start.column, end.column + 1));
    const wholeRows = start.column === 0 && end.column === this.source.columns.length - 1;
    const header = wholeRows ? this.source.columns.map((column) => column.name) : undefined;
    this.actions.copy(
      tsv(cut, header),
      `${rows.length.toLocaleString('en-US')} ${rows.length === 1 ? 'row' : 'rows'}`,
    );
  }

  private async rowsBetween(first: number, last: number): Promise<readonly Row[]> {
    const rows: Row[] = [];
    while (first + rows.length <= last) {
      const start = first + rows.length;
      const part = await this.source.fetchRows(start, Math.min(1000, last - start + 1));
      if (part.length === 0) break;
      rows.push(...part);
    }
    return rows;
  }

  private scrollTo({ row, column }: GridPlace): void {
    this.api.ensureIndexVisible(Math.min(row, Math.max(0, this.source.extent().fetched - 1)), 'top');
    this.api.ensureColumnVisible(String(column), 'start');
  }
}

/** The column at a distance from the left end of all columns. */
function columnAt(widths: readonly number[], pixels: number): number {
  let end = 0;
  const index = widths.findIndex((width) => (end += width) > pixels);
  return Math.max(0, index);
}

function rowNumberAt(target: EventTarget | null): number | undefined {
  const cell = target instanceof Element ? target.closest('.row-number') : null;
  const row = cell?.closest('[row-index]')?.getAttribute('row-index');
  return row === null || row === undefined ? undefined : Number(row);
}

/** Measures texts in the font of the grid. */
function textMeasure(parent: HTMLElement): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(parent);
  const size = style.getPropertyValue('--grid-font-size') || '13px';
  const family = style.getPropertyValue('--vscode-editor-font-family') || 'monospace';
  if (context) context.font = `${size} ${family}`;
  return (text) => context?.measureText(text.slice(0, 100)).width ?? text.length * 8;
}
