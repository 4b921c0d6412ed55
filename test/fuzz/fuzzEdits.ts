import { parse, reparse } from '../../server/sql/parse';
import type { SyntaxTree } from '../../server/sql/tree';
import { Random } from '../support/random';
import type { Corpus } from './corpus';
import { figuresOf, table } from './figures';
import { changeFault, editedTreeFault, statementsFault } from './parserFault';
import { randomEdit, type RandomEdit } from './randomEdit';
import { shrink } from './shrink';

export interface EditsOptions {
  readonly edits: number;
  readonly seed: number;
  readonly print: (line: string) => void;
}

/** Edits of one text, one after the other; then another text begins. */
const editsOfText = 30;
/** Of so many texts one is large. */
const textsPerLarge = 400;
const linesOfLarge = 10_000;
/** Texts up to this length are compared with a fresh parse after every edit, others after every tenth. */
const short = 20_000;
const mostFailures = 10;
const progressEvery = 100_000;

/**
 * Random edits, each through `reparse` and checked: nothing throws, the tokens are the text, the tree holds
 * together, it equals the tree of the same text read afresh, and each statement that of its text alone. Gives the
 * number of failures, each printed with a text that shows it.
 */
export function fuzzEdits(corpus: Corpus, { edits, seed, print }: EditsOptions): number {
  const small = new Map<string, number[]>();
  const large: number[] = [];
  let done = 0;
  let compared = 0;
  let failures = 0;
  const started = performance.now();
  for (let session = 0; done < edits && failures < mostFailures; session++) {
    const random = new Random(seed * 1_000_003 + session);
    const isLarge = session % textsPerLarge === textsPerLarge - 1;
    let tree = parse(isLarge ? largeText(random, corpus) : smallText(random, corpus));
    for (let count = 0; count < editsOfText && done < edits; count++, done++) {
      const edit = randomEdit(tree, random, corpus);
      const before = tree.text;
      const text = before.slice(0, edit.from) + edit.insert + before.slice(edit.to);
      const isCompared = text.length <= short || count % 10 === 0;
      if (isCompared) compared++;
      const { fault, time, next } = apply(tree, text, isCompared);
      (isLarge ? large : timesOf(small, edit)).push(time);
      if (fault !== undefined) {
        failures++;
        report(print, `text ${session}, edit ${count} (${edit.kind}): ${fault}`, before, text);
        break;
      }
      tree = next;
      if ((done + 1) % progressEvery === 0) print(`  ${done + 1} edits, ${seconds(started)} s`);
    }
  }
  printFigures(print, small, large);
  print(
    `${done} edits (seed ${seed}) in ${seconds(started)} s, ${compared} of them compared with a fresh parse: ${failures} failures`,
  );
  return failures;
}

interface Applied {
  readonly fault: string | undefined;
  /** Of the re-parse, in milliseconds. */
  readonly time: number;
  readonly next: SyntaxTree;
}

function apply(tree: SyntaxTree, text: string, isCompared: boolean): Applied {
  const start = performance.now();
  try {
    const next = reparse(tree, text);
    const time = performance.now() - start;
    const fault = editedTreeFault(next, text, isCompared) ?? (isCompared ? statementsFault(next) : undefined);
    return { fault, time, next };
  } catch (error) {
    return { fault: String(error), time: performance.now() - start, next: tree };
  }
}

function smallText(random: Random, corpus: Corpus): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(corpus.statements)).join('\n');
}

function largeText(random: Random, corpus: Corpus): string {
  const parts: string[] = [];
  for (let lines = 0; lines < linesOfLarge;) {
    const part = random.pick(corpus.statements);
    parts.push(part);
    lines += part.split('\n').length;
  }
  return parts.join('\n');
}

function timesOf(times: Map<string, number[]>, { kind }: RandomEdit): number[] {
  const found = times.get(kind) ?? [];
  times.set(kind, found);
  return found;
}

function printFigures(
  print: EditsOptions['print'],
  small: Map<string, number[]>,
  large: readonly number[],
): void {
  const rows = [
    ...small,
    ['any, in 10,000 lines', large] as const,
    ['all', [...small.values()].flat()] as const,
  ];
  const cells = rows.map(([kind, times]) => {
    const { count, median, p99, max } = figuresOf(times);
    return [kind, String(count), median.toFixed(3), p99.toFixed(2), max.toFixed(1)];
  });
  for (const line of table(['edit', 'count', 'median ms', 'p99 ms', 'max ms'], cells)) print(`  ${line}`);
}

/** Prints a failure with the shortest texts that are found for it. */
function report(print: EditsOptions['print'], message: string, before: string, after: string): void {
  print(`Failed: ${message}`);
  if (changeFault(after, after) !== undefined) {
    print(`  text: ${JSON.stringify(shrink(after, (text) => changeFault(text, text) !== undefined))}`);
    return;
  }
  const start = commonStart(before, after);
  const end = commonStart(reversed(before.slice(start)), reversed(after.slice(start)));
  const tail = before.slice(before.length - end);
  const [removed, inserted] = [
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ];
  const fails = (head: string, rest: string): boolean =>
    changeFault(head + removed + rest, head + inserted + rest) !== undefined;
  const shortTail = shrink(tail, (text) => fails(before.slice(0, start), text));
  const head = shrink(before.slice(0, start), (text) => fails(text, shortTail));
  print(`  before: ${JSON.stringify(head + removed + shortTail)}`);
  print(`  after:  ${JSON.stringify(head + inserted + shortTail)}`);
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
