import type { ResultTab, TabState } from '../../client/results/messages';
import { codicon, element, iconButton } from './element';
import type { Host } from './host';

export const statusIcons: Readonly<Record<TabState['status'], string>> = {
  running: 'loading codicon-modifier-spin',
  done: 'pass',
  failed: 'error',
  cancelled: 'circle-slash',
};

/** The row of results. Arrow keys move along it, Delete closes the one with the focus. */
export class TabBar {
  readonly node = element('div', { class: 'tab-bar', role: 'tablist', 'aria-label': 'Results' });

  constructor(private readonly host: Host) {
    this.node.addEventListener('keydown', (event) => this.onKey(event));
  }

  show(tabs: readonly ResultTab[], active: string | undefined): void {
    const hadFocus = this.node.contains(document.activeElement);
    this.node.replaceChildren(...tabs.map((tab) => this.tab(tab, tab.runId === active)));
    const front = this.node.querySelector<HTMLElement>('[aria-selected="true"]');
    front?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) front?.focus();
  }

  private tab(tab: ResultTab, isActive: boolean): HTMLElement {
    const { runId } = tab;
    const node = element(
      'div',
      {
        ...{ class: 'tab', role: 'tab', 'data-testid': 'results-tab', 'data-run': runId, title: tab.sql },
        ...{ 'aria-selected': String(isActive), tabindex: isActive ? 0 : -1, 'data-state': tab.state.status },
      },
      codicon(statusIcons[tab.state.status]),
      element('span', { class: 'tab-title' }, tab.title),
    );
    if (tab.pinned) node.append(codicon('pinned'));
    const close = iconButton('close', `Close ${tab.title}`, () => this.host.post({ kind: 'close', runId }));
    close.tabIndex = -1;
    close.addEventListener('click', (event) => event.stopPropagation());
    node.append(close);
    node.addEventListener('click', () => this.host.post({ kind: 'activate', runId }));
    node.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.host.post({ kind: 'close', runId });
    });
    return node;
  }

  private onKey(event: KeyboardEvent): void {
    const tabs = [...this.node.querySelectorAll<HTMLElement>('.tab')];
    const index = tabs.findIndex((tab) => tab === document.activeElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const move = moves[event.key];
    const runId = tabs[move ?? index]?.dataset['run'];
    if (index < 0 || runId === undefined) return;
    if (event.key === 'Delete') this.host.post({ kind: 'close', runId });
    else if (move !== undefined) this.host.post({ kind: 'activate', runId });
    else return;
    event.preventDefault();
  }
}
