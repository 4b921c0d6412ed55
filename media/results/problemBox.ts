import type { ResultTab, TabState } from '../../client/results/messages';
import { codicon, element, linkButton, textButton } from './element';
import type { Host } from './host';

/** Why a statement failed, where, and what to do; the details are folded. */
export function problemBox(tab: ResultTab, state: TabState & { status: 'failed' }, host: Host): HTMLElement {
  const { runId } = tab;
  const { message, hint, sqlState } = state.problem;
  const [first = '', ...rest] = message.split('\n');
  const box = element(
    'div',
    { class: 'problem', role: 'alert', 'data-testid': 'results-error' },
    element('div', { class: 'problem-message' }, codicon('error'), element('span', {}, first)),
  );
  const detail = rest.join('\n').trim();
  if (detail) box.append(element('pre', { class: 'problem-detail' }, detail));
  if (hint) box.append(element('p', {}, hint));
  if (state.place) {
    const { line, column } = state.place;
    const go = linkButton(`Line ${line}, column ${column}`, () => host.post({ kind: 'showPlace', runId }));
    box.append(element('p', {}, go));
  }
  box.append(
    element(
      'div',
      { class: 'problem-actions' },
      textButton('Run again', () => host.post({ kind: 'rerun', runId })),
      linkButton('Show log', () => host.post({ kind: 'showLog' })),
    ),
    details(tab, sqlState),
  );
  return box;
}

function details(tab: ResultTab, sqlState: string | undefined): HTMLElement {
  return element(
    'details',
    { class: 'problem-details' },
    element('summary', {}, 'Details'),
    ...(sqlState ? [element('p', {}, `SQLSTATE ${sqlState}`)] : []),
    element('p', {}, `Sent to ${tab.connection}:`),
    element('pre', {}, tab.sql),
  );
}
