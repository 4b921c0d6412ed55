import type { Random } from '../../../support/random';

/**
 * A grammar as text. A rule is a line with its name, then its alternatives, one an indented line:
 * words are tokens, `<rule>` is another rule, `<rule>?` may be left out, `<rule>,+` is a list with commas and
 * `3*` before an alternative makes it three times as likely. The first alternative must not recurse: it ends
 * the expansion where it has gone deep.
 */
export class Grammar {
  private readonly rules = new Map<string, readonly Alternative[]>();

  constructor(text: string) {
    let alternatives: Alternative[] = [];
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      if (/^\S/.test(line)) this.rules.set(line.trim(), (alternatives = []));
      else alternatives.push(readAlternative(line.trim()));
    }
  }

  /** The tokens of one random sentence. */
  sentence(random: Random, start: string): readonly string[] {
    const tokens: string[] = [];
    this.expand(random, start, 0, tokens);
    return tokens;
  }

  private expand(random: Random, name: string, depth: number, tokens: string[]): void {
    const alternatives = this.rules.get(name);
    if (!alternatives) throw new Error(`no rule ${name}`);
    const deep = depth > maxDepth;
    const chosen = deep ? (alternatives[0] as Alternative) : weighted(random, alternatives);
    for (const part of chosen.parts) {
      if (part.kind === 'token') tokens.push(part.text);
      else this.expandPart(random, part, depth, tokens);
    }
  }

  private expandPart(random: Random, part: RulePart, depth: number, tokens: string[]): void {
    const shallow = Math.max(0, 1 - depth / maxDepth);
    if (part.repeat === 'optional' && !random.chance(0.45 * shallow)) return;
    this.expand(random, part.rule, depth + 1, tokens);
    if (part.repeat !== 'list') return;
    for (let more = 0; more < 3 && random.chance(0.5 * shallow); more++) {
      tokens.push(',');
      this.expand(random, part.rule, depth + 1, tokens);
    }
  }
}

const maxDepth = 9;

interface RulePart {
  readonly kind: 'rule';
  readonly rule: string;
  readonly repeat: 'once' | 'optional' | 'list';
}

type Part = { readonly kind: 'token'; readonly text: string } | RulePart;

interface Alternative {
  readonly weight: number;
  readonly parts: readonly Part[];
}

function readAlternative(line: string): Alternative {
  const weight = /^(\d+)\* /.exec(line);
  const text = weight ? line.slice(weight[0].length) : line;
  return { weight: weight ? Number(weight[1]) : 1, parts: text.split(/ +/).map(readPart) };
}

function readPart(word: string): Part {
  const rule = /^<(\w+)>(\?|,\+)?$/.exec(word);
  // ␣ stands for a space inside one token, as in a literal.
  if (!rule) return { kind: 'token', text: word.replaceAll('␣', ' ') };
  const repeat = rule[2] === '?' ? 'optional' : rule[2] === ',+' ? 'list' : 'once';
  return { kind: 'rule', rule: rule[1] as string, repeat };
}

function weighted(random: Random, alternatives: readonly Alternative[]): Alternative {
  let left = random.next() * alternatives.reduce((sum, each) => sum + each.weight, 0);
  for (const each of alternatives) {
    left -= each.weight;
    if (left < 0) return each;
  }
  return alternatives[0] as Alternative;
}
