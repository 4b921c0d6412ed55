import type { SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf, textOf, type Statement } from '../../../sql/tree';
import { SqlError, sqlStates } from '../../session/sqlError';
import { argumentsOf, calledName, stringValue } from '../../translate/nodes';

/** The arguments of a transformer behind its column: literals, by their places from 0 on. */
export interface Parameters {
  readonly count: number;
  readonly number: (at: number, name: string, initial: number, check?: Check) => number;
  readonly text: (at: number, name: string, initial: string) => string;
  /** One of some words, without case. */
  readonly word: <W extends string>(at: number, name: string, initial: W, words: readonly W[]) => W;
  readonly boolean: (at: number, name: string, initial: boolean) => boolean;
  /** `undefined` when it is not given. */
  readonly numbers: (at: number, name: string) => readonly number[] | undefined;
  readonly texts: (at: number, name: string) => readonly string[] | undefined;
  /** The error to throw for an argument that is not accepted. */
  readonly problem: (at: number, what: string) => SqlError;
}

/** What a number must be, and how a message says it: `a whole number from 1 on`. */
export interface Check {
  readonly accepts: (value: number) => boolean;
  readonly words: string;
}

export function wholeFrom(least: number): Check {
  return {
    accepts: (value) => Number.isSafeInteger(value) && value >= least,
    words: `a whole number from ${least} on`,
  };
}

const anyNumber: Check = { accepts: () => true, words: 'a number' };

export function readParameters(
  statement: Statement,
  call: SyntaxNode,
  nodes: readonly SyntaxNode[],
): Parameters {
  const called = calledName(statement, call);
  const problem = (at: number, what: string): SqlError =>
    new SqlError(sqlStates.invalidParameter, 'Argument not accepted', {
      detail: `${called}: ${what}`,
      offset: rangeOf(statement, nodes[at] ?? call).start,
    });
  const read = <T>(at: number, value: (node: SyntaxNode) => T | undefined, words: string): T | undefined => {
    const node = nodes[at];
    if (!node) return undefined;
    const found = value(node);
    if (found === undefined) throw problem(at, words);
    return found;
  };
  return {
    count: nodes.length,
    problem,
    number: (at, name, initial, check = anyNumber) => {
      const valid = (node: SyntaxNode): number | undefined => {
        const value = numberValue(statement, node);
        return value !== undefined && check.accepts(value) ? value : undefined;
      };
      return read(at, valid, `${name} takes ${check.words}`) ?? initial;
    },
    text: (at, name, initial) =>
      read(at, (node) => textValue(statement, node), `${name} takes a text`) ?? initial,
    word: (at, name, initial, words) => {
      const valid = (node: SyntaxNode): (typeof words)[number] | undefined => {
        const value = textValue(statement, node)?.toLowerCase();
        return words.find((each) => each === value);
      };
      return read(at, valid, `${name} is one of ${words.join(', ')}`) ?? initial;
    },
    boolean: (at, name, initial) =>
      read(at, (node) => booleanValue(statement, node), `${name} takes true or false`) ?? initial,
    numbers: (at, name) =>
      read(at, (node) => elements(statement, node, numberValue), `${name} takes an array of numbers`),
    texts: (at, name) =>
      read(at, (node) => elements(statement, node, textValue), `${name} takes an array of texts`),
  };
}

/** The elements of `array(...)` or `[...]`; `undefined` for other nodes. */
export function arrayElements(statement: Statement, node: SyntaxNode): readonly SyntaxNode[] | undefined {
  if (node.kind === NodeKind.ArrayLiteral) return node.children;
  if (node.kind !== NodeKind.FunctionCall || calledName(statement, node) !== 'array') return undefined;
  return argumentsOf(node);
}

function elements<T>(
  statement: Statement,
  node: SyntaxNode,
  value: (statement: Statement, node: SyntaxNode) => T | undefined,
): readonly T[] | undefined {
  const values = arrayElements(statement, node)?.map((each) => value(statement, each));
  return values?.includes(undefined) ? undefined : (values as readonly T[] | undefined);
}

function numberValue(statement: Statement, node: SyntaxNode): number | undefined {
  const text = textOf(statement, node).replace(/\s/g, '');
  const infinite = /^(?:double|float)\(['"]([+-]?)inf(?:inity)?['"]\)$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[dlf]?$/i.test(text) ? Number.parseFloat(text) : undefined;
}

/** A string; in double quotes too, as Spark writes them. */
function textValue(statement: Statement, node: SyntaxNode): string | undefined {
  const value = stringValue(statement, node);
  if (value !== undefined) return value;
  return /^"([^"]*)"$/.exec(textOf(statement, node))?.[1];
}

function booleanValue(statement: Statement, node: SyntaxNode): boolean | undefined {
  const text = textOf(statement, node).replace(/^['"]|['"]$/g, '');
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}
