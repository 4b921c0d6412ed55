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
  private readonly notices = element('ul', { class: 'notices', 'aria-label': 'Messages' });

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
    if (key === this.key) return this.refresh();
    this.clear();
    this.key = key;
    if (!tab) this.node.replaceChildren(empty());
    else this.fill(tab);
  }

  /** The same result, of which more is known now. */
  private refresh(): void {
    const state = this.tab?.state;
    if (state?.status !== 'done') return;
    this.showNotices(state);
    this.grid?.grow();
  }

  private clear(): void {
    this.grid?.destroy();
    this.grid = undefined;
    this.viewer.hide();
  }

  private fill(tab: ResultTab): void {
    const { state } = tab;
    switch (state.status) {
      case 'running':
        return this.node.replaceChildren(
          element('div', { class: 'progress', role: 'progressbar', 'aria-label': 'Running' }),
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
    this.showNotices(state);
    if (!state.columns) return this.node.replaceChildren(message('pass', state.commandTag), this.notices);
    if (state.rowsLost) {
      const text =
        'The query engine ended, and with it the rows of this result. Run the statement again to see them.';
      return this.node.replaceChildren(message('warning', text));
    }
    const grid = element('div', { class: 'grid', 'data-testid': 'results-grid' });
    this.node.replaceChildren(
      this.notices,
      element('div', { class: 'grid-and-viewer' }, grid, this.viewer.node),
    );
    void this.fillGrid(tab, state, grid);
  }

  private showNotices({ notices }: Done): void {
    this.notices.replaceChildren(...notices.map((notice) => element('li', {}, notice)));
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
        placed: (place: GridPlace) => this.host.rememberPlace(runId, place),
        failed: (error: unknown) => this.showFailure(error),
        styleNonce: this.styleNonce,
      };
      this.grid = new ResultGrid(parent, source, actions, first, this.host.placeOf(runId));
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
}

function message(icon: string, text: string): HTMLElement {
  return element('p', { class: 'message' }, codicon(icon), text);
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
