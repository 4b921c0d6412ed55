import type { ColDef, ICellRendererParams, IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { Cell, ResultColumn, Row } from '../../client/results/messages';
import { compactText } from './compactText';
import { element } from './element';
import { readNestedValue } from './nestedValue';

export const rowNumberColumn = 'row-number';

/** The place of a result column in a row, from the grid's name of it; undefined for the row numbers. */
export function columnIndex(colId: string): number | undefined {
  return colId === rowNumberColumn ? undefined : Number(colId);
}

/** Grid columns are named by their place: a result may have the same name twice. */
export function gridColumns(columns: readonly ResultColumn[], widths: readonly number[]): ColDef<Row>[] {
  return [
    rowNumbers(),
    ...columns.map((column, index): ColDef<Row> => ({
      colId: String(index),
      headerName: column.name,
      headerClass: column.align,
      headerComponent: ColumnHeader,
      headerComponentParams: { column },
      cellClass: column.align,
      width: widths[index] ?? 120,
      valueGetter: ({ data }) => data?.[index],
      cellRenderer: (params: ICellRendererParams<Row, Cell>) => renderCell(params, column, index),
    })),
  ];
}

function rowNumbers(): ColDef<Row> {
  return {
    colId: rowNumberColumn,
    headerName: '',
    headerClass: 'row-number-header',
    pinned: 'left',
    width: 56,
    resizable: false,
    cellClass: 'row-number',
    valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
  };
}

function renderCell(
  { value, data, eGridCell, node }: ICellRendererParams<Row, Cell>,
  column: ResultColumn,
  index: number,
): HTMLElement {
  eGridCell.dataset['row'] = String(node.rowIndex);
  eGridCell.dataset['column'] = column.name;
  eGridCell.dataset['index'] = String(index);
  if (!data) return element('span', { class: 'not-loaded' });
  if (value === null || value === undefined) return element('span', { class: 'null' }, 'NULL');
  return element('span', { class: 'cell-text' }, cellText(value, column));
}

/** Only the beginning of a long text is laid out; the viewer and copy have all of it. */
const longestText = 500;

function cellText(cell: string, column: ResultColumn): string {
  const nested = column.nested ? readNestedValue(cell) : undefined;
  if (nested) return compactText(nested);
  const text = cell.length > longestText ? `${cell.slice(0, longestText)}…` : cell;
  return text.replace(/\r\n|\r|\n/g, '↵').replace(/\t/g, '→');
}

/** Name and type of a column. */
class ColumnHeader implements IHeaderComp {
  private node = element('div');

  init({ column }: IHeaderParams & { readonly column: unknown }): void {
    const { name, type } = (column as { getColDef(): ColDef<Row> }).getColDef().headerComponentParams
      .column as ResultColumn;
    const zoned = type === 'timestamp' ? `${type} UTC` : type;
    this.node = element(
      'div',
      { class: 'column-header', title: `${name}\n${zoned}` },
      element('span', { class: 'column-name' }, name),
      element('span', { class: 'column-type' }, shortType(zoned)),
    );
  }

  getGui(): HTMLElement {
    return this.node;
  }

  refresh(): boolean {
    return false;
  }
}

/** `struct<a:string,…>` is told by its hover; the header has room for the outer name. */
function shortType(type: string): string {
  const outer = /^(struct|array|map)</.exec(type)?.[1];
  if (outer === 'array') return /^array<struct</.test(type) ? 'array<struct>' : type;
  return outer ?? type;
}
