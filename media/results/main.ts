import type { PageUpdate } from '../../client/results/messages';
import { element } from './element';
import { Host } from './host';
import { ResultBody } from './resultBody';
import { ResultHeader } from './resultHeader';
import './results.css';
import { TabBar } from './tabBar';

const host = new Host(update);
const tabBar = new TabBar(host);
const header = new ResultHeader(host);
const body = new ResultBody(host, document.body.dataset['styleNonce'] ?? '');
let active: string | undefined;

document
  .getElementById('page')
  ?.append(element('div', { class: 'top' }, tabBar.node, header.node), body.node);
host.post({ kind: 'ready' });

function update(change: PageUpdate & { kind: 'tabs' | 'elapsed' }): void {
  if (change.kind === 'elapsed') {
    if (change.runId === active) header.showElapsed(change.text);
    return;
  }
  active = change.active;
  host.forgetAllBut(change.tabs.map((each) => each.runId));
  const tab = change.tabs.find((each) => each.runId === active);
  tabBar.show(change.tabs, active);
  if (tab) header.show(tab);
  else header.node.replaceChildren();
  body.show(tab);
}
