import {
  axes,
  nodeTypes,
  type Axis,
  type NodeTest,
  type Step,
  type XpathExpression,
} from './xpathExpression';
import { xpathTokens, type XpathToken } from './xpathTokens';

const parsed = new Map<string, XpathExpression>();

/** Reads an expression. Throws for what is none, and for variables and namespaces, which Spark gives no values. */
export function parseXpath(text: string): XpathExpression {
  const known = parsed.get(text);
  if (known) return known;
  const expression = new XpathReader(text).whole();
  if (parsed.size >= 100) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

/** Operators from the weakest to the strongest. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

const anyNode: Step = { axis: 'descendant-or-self', test: { kind: 'type', type: 'node' }, predicates: [] };

class XpathReader {
  private readonly tokens: readonly XpathToken[];
  private at = 0;

  constructor(private readonly text: string) {
    this.tokens = xpathTokens(text);
  }

  whole(): XpathExpression {
    const expression = this.operation(0);
    if (this.next.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private get next(): XpathToken {
    return this.tokens[this.at] as XpathToken;
  }

  private behind(distance: number): string | undefined {
    return this.tokens[this.at + distance]?.text;
  }

  private takes(text: string, kind: XpathToken['kind'] = 'mark'): boolean {
    const found = this.next.kind === kind && this.next.text === text;
    if (found) this.at++;
    return found;
  }

  private expect(mark: string): void {
    if (!this.takes(mark)) throw this.unexpected();
  }

  private unexpected(): Error {
    const found = this.next.kind === 'end' ? 'its end' : `'${this.next.text}'`;
    return new Error(`The XPath '${this.text}' is not valid at ${found}`);
  }

  private operation(level: number): XpathExpression {
    const operators = levels[level];
    if (!operators) return this.negation();
    let left = this.operation(level + 1);
    while (this.next.kind === 'operator' && operators.includes(this.next.text)) {
      const operator = this.next.text;
      this.at++;
      left = { kind: 'operation', operator, operands: [left, this.operation(level + 1)] };
    }
    return left;
  }

  private negation(): XpathExpression {
    if (this.takes('-', 'operator')) {
      return { kind: 'operation', operator: 'negative', operands: [this.negation()] };
    }
    let left = this.path();
    while (this.takes('|', 'operator'))
      left = { kind: 'operation', operator: '|', operands: [left, this.path()] };
    return left;
  }

  private path(): XpathExpression {
    if (this.takes('//')) return { kind: 'path', from: 'document', steps: [anyNode, ...this.steps()] };
    if (this.takes('/')) {
      return { kind: 'path', from: 'document', steps: this.beginsStep() ? this.steps() : [] };
    }
    if (!this.beginsPrimary()) return { kind: 'path', from: 'node', steps: this.steps() };
    const primary = this.filtered();
    if (this.takes('//')) return { kind: 'path', from: primary, steps: [anyNode, ...this.steps()] };
    return this.takes('/') ? { kind: 'path', from: primary, steps: this.steps() } : primary;
  }

  private beginsStep(): boolean {
    return this.next.kind === 'name' || ['.', '..', '@'].includes(this.next.text);
  }

  private beginsPrimary(): boolean {
    const { kind, text } = this.next;
    if (kind === 'number' || kind === 'text' || text === '(') return true;
    return kind === 'name' && this.behind(1) === '(' && !isNodeType(text);
  }

  private filtered(): XpathExpression {
    const nodes = this.primary();
    const predicates = this.predicates();
    return predicates.length === 0 ? nodes : { kind: 'filter', nodes, predicates };
  }

  private primary(): XpathExpression {
    const { kind, text } = this.next;
    this.at++;
    if (kind === 'number') return { kind: 'value', value: Number(text) };
    if (kind === 'text') return { kind: 'value', value: text };
    if (text === '(') {
      const inner = this.operation(0);
      this.expect(')');
      return inner;
    }
    this.expect('(');
    const operands: XpathExpression[] = [];
    while (!this.takes(')')) {
      if (operands.length > 0) this.expect(',');
      operands.push(this.operation(0));
    }
    return { kind: 'call', name: text, operands };
  }

  private steps(): readonly Step[] {
    const steps = [this.step()];
    for (;;) {
      if (this.takes('//')) steps.push(anyNode, this.step());
      else if (this.takes('/')) steps.push(this.step());
      else return steps;
    }
  }

  private step(): Step {
    const test: NodeTest = { kind: 'type', type: 'node' };
    if (this.takes('.')) return { axis: 'self', test, predicates: [] };
    if (this.takes('..')) return { axis: 'parent', test, predicates: [] };
    return { axis: this.axis(), test: this.test(), predicates: this.predicates() };
  }

  private axis(): Axis {
    if (this.takes('@')) return 'attribute';
    if (this.behind(1) !== '::') return 'child';
    const axis = axes.find((name) => name === this.next.text);
    if (!axis) throw this.unexpected();
    this.at += 2;
    return axis;
  }

  private test(): NodeTest {
    const { kind, text } = this.next;
    if (kind !== 'name' || text.includes(':')) throw this.unexpected();
    this.at++;
    if (!isNodeType(text) || !this.takes('(')) return { kind: 'name', name: text };
    this.expect(')');
    return { kind: 'type', type: text };
  }

  private predicates(): readonly XpathExpression[] {
    const predicates: XpathExpression[] = [];
    while (this.takes('[')) {
      predicates.push(this.operation(0));
      this.expect(']');
    }
    return predicates;
  }
}

function isNodeType(text: string): text is (typeof nodeTypes)[number] {
  return nodeTypes.some((type) => type === text);
}
