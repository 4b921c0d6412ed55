import type { Cell, ResultColumn } from '../../client/results/messages';
import { element, iconButton } from './element';
import { readNestedValue } from './nestedValue';
import { valueTree } from './valueTree';

export interface ViewedCell {
  readonly column: ResultColumn;
  /** Zero-based. */
  readonly row: number;
  readonly cell: Cell;
}

export interface CellViewerActions {
  readonly copy: (text: string) => void;
  /** The viewer was closed; the focus belongs back in the grid. */
  readonly closed: () => void;
}

/** One whole value beside the grid: a tree for nested ones, all lines for text. Escape closes it. */
export class CellViewer {
  readonly node = element('section', {
    class: 'cell-viewer',
    'data-testid': 'cell-viewer',
    role: 'dialog',
    'aria-label': 'Cell',
    hidden: true,
  });

  constructor(private readonly actions: CellViewerActions) {
    this.node.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.node.hidden;
  }

  show({ column, row, cell }: ViewedCell): void {
    this.node.hidden = false;
    const copy = iconButton('copy', 'Copy value', () => this.actions.copy(cell ?? ''));
    copy.disabled = cell === null;
    this.node.replaceChildren(
      element(
        'header',
        {},
        element('span', { class: 'viewer-name' }, column.name),
        element('span', { class: 'viewer-type', title: column.type }, column.type),
        element('span', { class: 'viewer-row' }, `Row ${(row + 1).toLocaleString('en-US')}`),
        copy,
        iconButton('close', 'Close', () => this.close()),
      ),
      element('div', { class: 'viewer-body' }, body(column, cell)),
    );
  }

  focus(): void {
    this.node.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.hide();
    this.actions.closed();
  }

  hide(): void {
    this.node.hidden = true;
    this.node.replaceChildren();
  }
}

function body(column: ResultColumn, cell: Cell): HTMLElement {
  if (cell === null) return element('p', { class: 'null', tabindex: 0 }, 'NULL');
  if (cell === '') return element('p', { class: 'null', tabindex: 0 }, 'Empty text');
  const value = column.nested ? readNestedValue(cell) : undefined;
  return value ? valueTree(value) : element('pre', { class: 'viewer-text', tabindex: 0 }, cell);
}
