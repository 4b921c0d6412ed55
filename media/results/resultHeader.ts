import type { ResultTab, TabState } from '../../client/results/messages';
import { codicon, element, iconButton, textButton } from './element';
import type { Host } from './host';
import { statusIcons } from './tabBar';

const statusWords: Readonly<Record<TabState['status'], string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The line over a result: state, rows, time and connection, then what can be done with it. */
export class ResultHeader {
  readonly node = element('div', { class: 'header' });
  private time = element('span');

  constructor(private readonly host: Host) {}

  show(tab: ResultTab): void {
    const { state } = tab;
    this.time = element(
      'span',
      { class: 'fact time' },
      state.status === 'running' ? state.elapsed : state.time,
    );
    const facts = [statusOf(state)];
    if (state.status === 'done' && state.columns) {
      facts.push(element('span', { class: 'fact', 'data-testid': 'results-row-count' }, state.rowCount));
    }
    facts.push(this.time, element('span', { class: 'fact connection' }, codicon('database'), tab.connection));
    this.node.replaceChildren(
      element('div', { class: 'facts', role: 'status' }, ...facts),
      element('div', { class: 'actions', role: 'toolbar', 'aria-label': 'Result' }, ...this.actions(tab)),
    );
  }

  showElapsed(text: string): void {
    this.time.textContent = text;
  }

  private actions(tab: ResultTab): readonly HTMLElement[] {
    const { runId, pinned, state } = tab;
    if (state.status === 'running') {
      return [textButton('Cancel', () => this.host.post({ kind: 'cancel', runId }))];
    }
    const buttons: HTMLElement[] = [];
    if (state.status === 'done' && state.columns && !state.rowsLost) {
      buttons.push(iconButton('export', 'Export result', () => this.host.post({ kind: 'export', runId })));
    }
    buttons.push(
      iconButton('refresh', 'Run again', () => this.host.post({ kind: 'rerun', runId })),
      iconButton(
        pinned ? 'pinned' : 'pin',
        pinned ? 'Unpin: the next run takes its place' : 'Pin: keep this result',
        () => this.host.post({ kind: 'pin', runId, pinned: !pinned }),
      ),
    );
    return buttons;
  }
}

function statusOf(state: TabState): HTMLElement {
  return element(
    'span',
    { class: 'status', 'data-testid': 'results-status', 'data-state': state.status },
    codicon(statusIcons[state.status]),
    statusWords[state.status],
  );
}
