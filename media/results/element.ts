/** What a new element gets: attributes by name; `undefined` and `false` leave one out, `true` sets it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. Children given as text are text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

export function codicon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button that is an icon; its words are the tooltip and the accessible name. */
export function iconButton(icon: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { class: 'icon-button', title: label, 'aria-label': label },
    codicon(icon),
  );
  button.addEventListener('click', onClick);
  return button;
}

export function textButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { class: 'text-button' }, label);
  button.addEventListener('click', onClick);
  return button;
}

/** Looks like a link and acts like a button, because it leads nowhere outside. */
export function linkButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { class: 'link-button' }, label);
  button.addEventListener('click', onClick);
  return button;
}
