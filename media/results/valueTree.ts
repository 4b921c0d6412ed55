import { element } from './element';
import type { NestedValue } from './nestedValue';

/** Children beyond this come when asked for, so that a huge array does not freeze the page. */
const shownAtOnce = 200;

/** A nested value as a tree that opens and closes with the mouse and with arrow keys. */
export function valueTree(value: NestedValue): HTMLElement {
  const tree = element('div', { class: 'value-tree', role: 'tree', 'aria-label': 'Value' });
  tree.append(...(isBranch(value) ? childItems(value, 1) : [item(undefined, value, 1)]));
  tree.querySelector<HTMLElement>('[role=treeitem]')?.setAttribute('tabindex', '0');
  tree.addEventListener('keydown', (event) => onKey(tree, event));
  tree.addEventListener('click', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.tree-row');
    const clicked = row?.parentElement;
    if (!clicked) return;
    setOpen(clicked, clicked.getAttribute('aria-expanded') === 'false');
    moveFocus(tree, clicked);
  });
  return tree;
}

type Branch = NestedValue & { readonly kind: 'object' | 'array' };

function isBranch(value: NestedValue): value is Branch {
  return value.kind === 'object' || value.kind === 'array';
}

function entriesOf(value: Branch): readonly (readonly [string, NestedValue])[] {
  return value.kind === 'object' ? value.entries : value.items.map((each, index) => [String(index), each]);
}

function childItems(value: Branch, level: number, from = 0): HTMLElement[] {
  const entries = entriesOf(value);
  const items = entries.slice(from, from + shownAtOnce).map(([key, inner]) => item(key, inner, level));
  const left = entries.length - from - shownAtOnce;
  if (left > 0) items.push(moreItem(left, () => childItems(value, level, from + shownAtOnce), level));
  return items;
}

function item(key: string | undefined, value: NestedValue, level: number): HTMLElement {
  const row = element('div', { class: 'tree-row' });
  const node = element('div', { role: 'treeitem', 'aria-level': level, tabindex: -1 }, row);
  node.style.setProperty('--level', String(level));
  row.append(element('span', { class: 'twistie' }));
  if (key !== undefined) row.append(element('span', { class: 'key' }, key), ': ');
  row.append(element('span', { class: `value-${value.kind}` }, leafText(value)));
  if (isBranch(value) && entriesOf(value).length > 0) {
    node.setAttribute('aria-expanded', 'false');
    branches.set(node, () => childItems(value, level + 1));
    // The first levels are what people came for; the rest opens on demand.
    if (level <= 2) setOpen(node, true);
  }
  return node;
}

function moreItem(count: number, more: () => HTMLElement[], level: number): HTMLElement {
  const row = element(
    'div',
    { class: 'tree-row more' },
    element('span', { class: 'twistie' }),
    `${count} more…`,
  );
  const node = element('div', { role: 'treeitem', 'aria-level': level, tabindex: -1 }, row);
  node.style.setProperty('--level', String(level));
  row.addEventListener('click', (event) => {
    event.stopPropagation();
    node.replaceWith(...more());
  });
  return node;
}

/** How the children of a closed branch are made when it is opened. */
const branches = new WeakMap<HTMLElement, () => HTMLElement[]>();

function setOpen(node: HTMLElement, open: boolean): void {
  const children = branches.get(node);
  if (!children || node.getAttribute('aria-expanded') === String(open)) return;
  node.setAttribute('aria-expanded', String(open));
  node.querySelector(':scope > [role=group]')?.remove();
  if (open) node.append(element('div', { role: 'group' }, ...children()));
}

function leafText(value: NestedValue): string {
  switch (value.kind) {
    case 'object':
      return value.entries.length === 0 ? '{}' : `{${value.entries.length}}`;
    case 'array':
      return `[${value.items.length}]`;
    case 'string':
      return value.text === '' ? '""' : value.text;
    case 'null':
      return 'null';
    case 'number':
    case 'boolean':
      return value.text;
  }
}

function onKey(tree: HTMLElement, event: KeyboardEvent): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.getAttribute('role') !== 'treeitem') return;
  const expanded = focused.getAttribute('aria-expanded');
  const items = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const index = items.indexOf(focused);
  const parent = focused.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveFocus(tree, items[index + 1]),
    ArrowUp: () => moveFocus(tree, items[index - 1]),
    Home: () => moveFocus(tree, items[0]),
    End: () => moveFocus(tree, items[items.length - 1]),
    ArrowRight: () => (expanded === 'false' ? setOpen(focused, true) : moveFocus(tree, items[index + 1])),
    ArrowLeft: () => (expanded === 'true' ? setOpen(focused, false) : moveFocus(tree, parent)),
    Enter: () => focused.querySelector<HTMLElement>('.tree-row')?.click(),
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function moveFocus(tree: HTMLElement, to: HTMLElement | undefined): void {
  if (!to) return;
  for (const each of tree.querySelectorAll('[tabindex="0"]')) each.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
  to.focus();
}
