import { PqlProblem } from './pqlProblem';
import { pqlTokens, type PqlToken } from './pqlTokens';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type PqlLiteral =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean };

export type PqlRule =
  | { readonly kind: 'and' | 'or'; readonly left: PqlRule; readonly right: PqlRule }
  | { readonly kind: 'not'; readonly rule: PqlRule }
  | { readonly kind: 'compare'; readonly field: PqlField; readonly sign: Comparison; readonly to: PqlLiteral }
  | { readonly kind: 'in'; readonly field: PqlField; readonly values: readonly PqlLiteral[] }
  | { readonly kind: 'isNull'; readonly field: PqlField; readonly negated: boolean };

export interface PqlField {
  /** The names on the way from the profile to the field. */
  readonly path: readonly string[];
  /** UTF-16 offset into the rule. */
  readonly offset: number;
}

/** Brackets within brackets, and nots. */
const deepest = 100;
const signs: ReadonlySet<string> = new Set(['=', '!=', '<>', '<', '<=', '>', '>=']);

/** Reads a rule. Throws a `PqlProblem` for one that is not understood. */
export function parsePql(rule: string): PqlRule {
  return new PqlParser(pqlTokens(rule)).whole();
}

class PqlParser {
  readonly #tokens: readonly PqlToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly PqlToken[]) {
    this.#tokens = tokens;
  }

  whole(): PqlRule {
    const rule = this.#or();
    if (this.#token.kind !== 'end') throw this.#unexpected('"and", "or" or the end');
    return rule;
  }

  get #token(): PqlToken {
    return this.#tokens[this.#at] as PqlToken;
  }

  #or(): PqlRule {
    let left = this.#and();
    while (this.#takes('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): PqlRule {
    let left = this.#operand();
    while (this.#takes('and')) left = { kind: 'and', left, right: this.#operand() };
    return left;
  }

  #operand(): PqlRule {
    if (++this.#depth > deepest) throw new PqlProblem('The rule is nested too deeply', this.#token.offset);
    try {
      if (this.#takes('not')) return { kind: 'not', rule: this.#operand() };
      if (!this.#takes('(')) return this.#condition();
      const rule = this.#or();
      if (!this.#takes(')')) throw this.#unexpected('")"');
      return rule;
    } finally {
      this.#depth--;
    }
  }

  #condition(): PqlRule {
    const field = this.#field();
    const last = field.path.at(-1)?.toLowerCase();
    if (this.#token.text === '(' && (last === 'isnull' || last === 'isnotnull')) {
      return this.#nullCheck({ ...field, path: field.path.slice(0, -1) }, last === 'isnotnull');
    }
    if (this.#takes('in')) return { kind: 'in', field, values: this.#list() };
    const sign = this.#token.text;
    if (!signs.has(sign)) throw this.#unexpected('a comparison such as ">="');
    this.#at++;
    return { kind: 'compare', field, sign: sign === '<>' ? '!=' : (sign as Comparison), to: this.#literal() };
  }

  #nullCheck(field: PqlField, negated: boolean): PqlRule {
    this.#at++;
    if (!this.#takes(')') || field.path.length === 0) throw this.#unexpected('a field, and ")"');
    return { kind: 'isNull', field, negated };
  }

  #field(): PqlField {
    const { offset } = this.#token;
    const path = [this.#word()];
    while (this.#takes('.')) path.push(this.#word());
    return { path, offset };
  }

  #word(): string {
    const { kind, text } = this.#token;
    if (kind !== 'word') throw this.#unexpected('the name of a field');
    this.#at++;
    return text;
  }

  #list(): readonly PqlLiteral[] {
    if (!this.#takes('(')) throw this.#unexpected('"("');
    const values = [this.#literal()];
    while (this.#takes(',')) values.push(this.#literal());
    if (!this.#takes(')')) throw this.#unexpected('")"');
    return values;
  }

  #literal(): PqlLiteral {
    const isNegative = this.#takes('-');
    const { kind, text } = this.#token;
    if (kind === 'number') {
      this.#at++;
      return { kind, text: `${isNegative ? '-' : ''}${text}` };
    }
    if (isNegative) throw this.#unexpected('a number');
    if (kind === 'text') {
      this.#at++;
      return { kind, text: text.slice(1, -1).replace(/\\(.)/gs, '$1') };
    }
    if (this.#takes('true')) return { kind: 'boolean', value: true };
    if (this.#takes('false')) return { kind: 'boolean', value: false };
    throw this.#unexpected('a number, a text, true or false');
  }

  /** Words are compared without case. */
  #takes(text: string): boolean {
    if (this.#token.kind === 'text' || this.#token.text.toLowerCase() !== text) return false;
    this.#at++;
    return true;
  }

  #unexpected(wanted: string): PqlProblem {
    const { kind, text, offset } = this.#token;
    return new PqlProblem(`Expected ${wanted}, found ${kind === 'end' ? 'the end' : text}`, offset);
  }
}

/** The fields of a rule, each once. */
export function fieldsOf(rule: PqlRule): readonly PqlField[] {
  const fields = new Map<string, PqlField>();
  const visit = (part: PqlRule): void => {
    switch (part.kind) {
      case 'and':
      case 'or':
        visit(part.left);
        return visit(part.right);
      case 'not':
        return visit(part.rule);
      case 'compare':
      case 'in':
      case 'isNull':
        fields.set(fieldKey(part.field), part.field);
    }
  };
  visit(rule);
  return [...fields.values()];
}

/** Names are compared without case. */
export function fieldKey({ path }: PqlField): string {
  return path.join('.').toLowerCase();
}
