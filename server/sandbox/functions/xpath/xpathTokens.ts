export interface XpathToken {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'mark' | 'end';
  readonly text: string;
}

const forms =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)|"([^"]*)"|'([^']*)'|([\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)|(::|\/\/|\.\.|!=|<=|>=|[()[\].@,/|+\-=<>*]))/uy;

const words = new Set(['and', 'or', 'div', 'mod']);

/** Behind these a star is any name, and a word such as `and` is a name. */
const beforeOperand = new Set(['@', '::', '(', '[', ',', '/', '//']);

/** Throws at what is no token. The last one is the end. */
export function xpathTokens(text: string): readonly XpathToken[] {
  const tokens: XpathToken[] = [];
  forms.lastIndex = 0;
  const end = text.trimEnd().length;
  while (forms.lastIndex < end) {
    const at = forms.lastIndex;
    const match = forms.exec(text);
    if (!match) throw new Error(`The XPath '${text}' cannot be read from '${text.slice(at)}' on`);
    tokens.push(tokenOf(match, tokens.at(-1)));
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function tokenOf(match: RegExpExecArray, last: XpathToken | undefined): XpathToken {
  const [, number, double, single, name, mark] = match;
  if (number !== undefined) return { kind: 'number', text: number };
  if (double !== undefined || single !== undefined) return { kind: 'text', text: double ?? single ?? '' };
  const isOperand = last === undefined || last.kind === 'operator' || beforeOperand.has(last.text);
  if (name !== undefined) return { kind: words.has(name) && !isOperand ? 'operator' : 'name', text: name };
  const sign = mark as string;
  if (sign === '*') return { kind: isOperand ? 'name' : 'operator', text: '*' };
  return { kind: /^(?:[|+\-=<>]|!=|<=|>=)$/.test(sign) ? 'operator' : 'mark', text: sign };
}
