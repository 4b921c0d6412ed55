import type { ResultTab, TabState } from '../../client/results/messages';
import type { CellPlace } from './cellRange';
import { CellViewer } from './cellViewer';
import { codicon, element } from './element';
import type { GridPlace, Host } from './host';
import { problemBox } from './problemBox';
import { blockRows, ResultGrid } from './resultGrid';

type Done = TabState & { readonly status: 'done' };

/** What fills the page under the header: a grid, a message or a problem, whichever the active result has. */
export class ResultBody {
  readonly node = element('main', { class: 'body' });
  private key = '';
  private tab: ResultTab | undefined;
  private grid: ResultGrid | undefined;
  private readonly viewer: CellViewer;

  constructor(
    private readonly host: Host,
    private readonly styleNonce: string,
  ) {
    this.viewer = new CellViewer({
      copy: (text) => host.post({ kind: 'copy', text, what: '1 cell' }),
      closed: () => this.grid?.focusCell(this.grid.focused),
    });
  }

  show(tab: ResultTab | undefined): void {
    this.tab = tab;
    const lost = tab?.state.status === 'done' && tab.state.rowsLost;
    const key = tab ? `${tab.runId} ${tab.state.status} ${lost}` : 'empty';
    if (key === this.key) return this.grid?.grow();
    this.leave();
    this.key = key;
    if (!tab) this.node.replaceChildren(empty());
    else this.fill(tab);
  }

  /** Remembers where the grid stands, for when the page or the tab comes back. */
  leave(): void {
    if (this.grid && this.tab) this.remember(this.key.split(' ')[0] as string, this.grid.place);
    this.grid?.destroy();
    this.grid = undefined;
    this.viewer.hide();
  }

  private fill(tab: ResultTab): void {
    const { state } = tab;
    switch (state.status) {
      case 'running':
        return this.node.replaceChildren(
          element('div', { class: 'progress', role: 'progressbar' }),
          message('', ''),
        );
      case 'failed':
        return this.node.replaceChildren(problemBox(tab, state, this.host));
      case 'cancelled':
        return this.node.replaceChildren(message('circle-slash', state.message));
      case 'done':
        return this.fillDone(tab, state);
    }
  }

  private fillDone(tab: ResultTab, state: Done): void {
    const notices = state.notices.map((notice) => element('li', {}, notice));
    const about = notices.length > 0 ? [element('ul', { class: 'notices' }, ...notices)] : [];
    if (!state.columns) return this.node.replaceChildren(message('pass', state.commandTag), ...about);
    if (state.rowsLost) {
      const text =
        'The query engine ended, and with it the rows of this result. Run the statement again to see them.';
      return this.node.replaceChildren(message('warning', text));
    }
    const grid = element('div', { class: 'grid', 'data-testid': 'results-grid' });
    this.node.replaceChildren(...about, element('div', { class: 'grid-and-viewer' }, grid, this.viewer.node));
    void this.fillGrid(tab, state, grid);
  }

  private async fillGrid(
    { runId }: ResultTab,
    { columns = [], fetched }: Done,
    parent: HTMLElement,
  ): Promise<void> {
    const { key } = this;
    try {
      const first = fetched > 0 ? await this.host.fetchRows(runId, 0, blockRows) : [];
      if (this.key !== key) return;
      const source = {
        columns,
        extent: () => this.extent(),
        fetchRows: (start: number, count: number) => this.host.fetchRows(runId, start, count),
      };
      const actions = {
        open: (place: CellPlace) => this.view(place, { focus: true }),
        moved: (place: CellPlace) => this.viewer.isOpen && this.view(place, { focus: false }),
        copy: (text: string, what: string) => this.host.post({ kind: 'copy', text, what }),
        failed: (error: unknown) => this.showFailure(error),
        styleNonce: this.styleNonce,
      };
      this.grid = new ResultGrid(parent, source, actions, first, this.host.memory.places[runId]);
      if (fetched === 0) parent.append(element('p', { class: 'no-rows' }, 'The statement returned no rows'));
    } catch (error) {
      if (this.key === key) this.showFailure(error);
    }
  }

  private extent(): { readonly fetched: number; readonly hasMore: boolean } {
    const state = this.tab?.state;
    return state?.status === 'done' ? state : { fetched: 0, hasMore: false };
  }

  private view(place: CellPlace, { focus }: { readonly focus: boolean }): void {
    const state = this.tab?.state;
    const column = state?.status === 'done' ? state.columns?.[place.column] : undefined;
    const cell = this.grid?.cellAt(place);
    if (!column || cell === undefined) return;
    this.viewer.show({ column, row: place.row, cell });
    this.grid?.reveal(place);
    if (focus) this.viewer.focus();
  }

  private showFailure(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.node.querySelector('.failure')?.remove();
    this.node.prepend(element('p', { class: 'failure', role: 'alert' }, codicon('error'), text));
  }

  private remember(runId: string, place: GridPlace): void {
    this.host.remember({ places: { ...this.host.memory.places, [runId]: place } });
  }
}

function message(icon: string, text: string): HTMLElement {
  return element('p', { class: 'message' }, ...(icon ? [codicon(icon)] : []), text);
}

function empty(): HTMLElement {
  return element(
    'div',
    { class: 'empty' },
    element('p', {}, 'Results appear here.'),
    element(
      'p',
      {},
      'Put the cursor into a statement of a feature SQL file and press Ctrl+Enter, or click Run above it.',
    ),
  );
}
