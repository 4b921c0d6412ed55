import { expect } from 'vitest';
import { loadGrammar, scopedTokens } from './grammar';

/**
 * `«text|keyword.other»` says that each token of the text has a scope that begins so, `«text|!string»` that none has
 * one. The marks themselves are no part of the text.
 */
export async function checkScopes(scope: string, marked: string): Promise<void> {
  const wanted: { start: number; end: number; scope: string }[] = [];
  let text = '';
  let last = 0;
  for (const mark of marked.matchAll(/«([^«»]*)\|([^|«»]*)»/g)) {
    const [whole, content = '', name = ''] = mark;
    text += marked.slice(last, mark.index);
    wanted.push({ start: text.length, end: text.length + content.length, scope: name });
    text += content;
    last = mark.index + whole.length;
  }
  text += marked.slice(last);
  const tokens = scopedTokens(await loadGrammar(scope), text);
  for (const { start, end, scope: name } of wanted) {
    for (const token of tokens.filter((each) => each.start < end && each.end > start)) {
      if (token.text.trim() === '') continue;
      const has = token.scopes.some((each) => each.startsWith(name.replace(/^!/, '')));
      const told = `${JSON.stringify(token.text)} of ${JSON.stringify(text.slice(start, end))} is ${token.scopes.join(' ')}, not ${name}`;
      expect(has, told).toBe(!name.startsWith('!'));
    }
  }
}
