import { parse, reparse } from '../../server/sql/parse';
import { type PathologicalInput, pathologicalInputs } from '../support/pathologicalInput';
import { treeDifference } from '../support/treeDifference';
import { table } from './figures';
import { editedTreeFault } from './parserFault';

const sizes: Readonly<Record<PathologicalInput['kind'], number>> = { nested: 40_000, long: 100_000 };
/** Inputs that are made larger than the others: the commas, and those of one character a step. */
const ownSizes: Readonly<Record<string, number>> = {
  commas: 1_000_000,
  'one line': 260_000,
  'one word': 5_000_000,
  'one string': 5_000_000,
  'one string, never closed': 5_000_000,
  'one comment': 5_000_000,
  'one comment, never closed': 2_500_000,
};
/** Twice the size must not take longer than this many times; 4 would be the square. */
const mostPerDoubling = 3;
/** Times in milliseconds that differ by less tell nothing. */
const measurable = 20;

/** Parses what makes careless parsers overflow, hang or slow down; gives the number of failures. */
export function fuzzInputs(print: (line: string) => void): number {
  const rows: string[][] = [];
  let failures = 0;
  for (const input of pathologicalInputs) {
    const size = ownSizes[input.name] ?? sizes[input.kind];
    const { fault, edit, time, growth, length } = measure(input, size);
    if (fault !== undefined) failures++;
    rows.push([
      input.name,
      String(size),
      (length / 1e6).toFixed(2),
      time.toFixed(1),
      growth === 0 ? '-' : growth.toFixed(2),
      edit.toFixed(1),
      fault ?? '',
    ]);
  }
  const head = ['input', 'size', 'M characters', 'parse ms', 'times per doubling', 'edit ms', 'failure'];
  for (const line of table(head, rows)) print(`  ${line.trimEnd()}`);
  print(`${pathologicalInputs.length} pathological inputs: ${failures} failures`);
  return failures;
}

interface Measured {
  readonly fault: string | undefined;
  readonly length: number;
  /** Of a parse and of a re-parse after an edit in the middle, in milliseconds. */
  readonly time: number;
  readonly edit: number;
  /** 0 where the times are too short to tell. */
  readonly growth: number;
}

function measure({ make }: PathologicalInput, size: number): Measured {
  const text = make(size);
  const { length } = text;
  try {
    const tree = parse(text);
    const middle = length >> 1;
    const edited = `${text.slice(0, middle)}x${text.slice(middle)}`;
    const start = performance.now();
    const after = reparse(tree, edited);
    const edit = performance.now() - start;
    const fault = editedTreeFault(tree, text, false) ?? treeDifference(after, parse(edited));
    const { time, growth } = growthOf(make, size);
    const slow = growth > mostPerDoubling ? 'the time is not linear' : undefined;
    return { fault: fault ?? slow, length, time, edit, growth };
  } catch (error) {
    return { fault: String(error), length, time: 0, edit: 0, growth: 0 };
  }
}

/** The mean over two doublings; measured again when it looks bad, as other programs may have been at work. */
function growthOf(make: PathologicalInput['make'], size: number): Pick<Measured, 'time' | 'growth'> {
  let time = Infinity;
  let growth = Infinity;
  for (let round = 0; round < 3 && growth > mostPerDoubling; round++) {
    const quarter = fastest(make(size / 4));
    time = Math.min(time, fastest(make(size)));
    if (time - quarter < measurable) return { time, growth: 0 };
    growth = Math.min(growth, Math.sqrt(time / quarter));
  }
  return { time, growth };
}

/** Each round gets a text of its own, so that nothing about it can have been kept. */
function fastest(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const own = `${text}${' '.repeat(round)}`;
    const start = performance.now();
    parse(own);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
