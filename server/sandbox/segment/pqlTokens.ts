import { PqlProblem } from './pqlProblem';

export interface PqlToken {
  readonly kind: 'word' | 'number' | 'text' | 'sign' | 'end';
  readonly text: string;
  /** UTF-16 offset into the rule. */
  readonly offset: number;
}

const form =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>[A-Za-z_][\w]*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign><=|>=|!=|<>|[=<>().,-]))/iy;

/** The tokens of a rule, an end among them. Throws a `PqlProblem` at what is none. */
export function pqlTokens(rule: string): readonly PqlToken[] {
  const tokens: PqlToken[] = [];
  let at = 0;
  while (rule.slice(at).trim() !== '') {
    form.lastIndex = at;
    const groups = form.exec(rule)?.groups;
    const start = at + (/^\s*/.exec(rule.slice(at))?.[0].length ?? 0);
    if (!groups) throw new PqlProblem(`"${rule.charAt(start)}" is not understood`, start);
    at = form.lastIndex;
    const kind = (['number', 'word', 'text', 'sign'] as const).find((each) => groups[each] !== undefined);
    if (kind) tokens.push({ kind, text: groups[kind] as string, offset: start });
  }
  return [...tokens, { kind: 'end', text: '', offset: rule.length }];
}
