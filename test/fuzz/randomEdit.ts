import { tokenAt } from '../../server/sql/nodeAt';
import { statementAt, type SyntaxTree } from '../../server/sql/tree';
import type { Random } from '../support/random';
import type { Corpus } from './corpus';

/** What stands from `from` up to `to` becomes `insert`. */
export interface RandomEdit {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

interface Place {
  readonly tree: SyntaxTree;
  readonly random: Random;
  readonly corpus: Corpus;
  /** A random offset, its end included. */
  readonly at: number;
}

type Maker = (place: Place) => Omit<RandomEdit, 'kind'>;

/** A change of one kind, each as likely as the others. */
export function randomEdit(tree: SyntaxTree, random: Random, corpus: Corpus): RandomEdit {
  const [kind, make] = random.pick(makers);
  return { kind, ...make({ tree, random, corpus, at: random.below(tree.text.length + 1) }) };
}

/** Odd characters: halves of characters, NUL, marks of order and direction, white space that is none in ASCII. */
const oddCharacters: readonly string[] = [
  '\ud800',
  '\udc00',
  '\udbff',
  '\udfff\ud800',
  '\0',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u202a',
  '\u2066',
  '\u05d0\u05d1',
  '\u0627',
  '\u{1f600}',
  '\u{1f468}\u200d\u{1f469}',
  '\u{10ffff}',
  '\u0301',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u3000',
  '\u00df',
  '\u0130',
  '\uff1b',
  '\u2018',
  '\u201d',
  '\x1b',
  '\x7f',
  '\v',
  '\f',
];

const signs = ' \t\r\n;,.()[]{}<>=!~|&^%*/+-@#$?:\\\'"`_0123456789abeEfrxXzZ';

const makers: readonly (readonly [kind: string, make: Maker])[] = [
  ['insert a character', ({ random, at }) => ({ from: at, to: at, insert: sign(random) })],
  ['delete a character', ({ at }) => ({ from: at, to: at + 1, insert: '' })],
  ['replace a character', ({ random, at }) => ({ from: at, to: at + 1, insert: sign(random) })],
  ['insert an odd character', ({ random, at }) => ({ from: at, to: at, insert: random.pick(oddCharacters) })],
  ['insert a token', insertToken],
  ['delete a token', (place) => ({ ...tokenRange(place), insert: '' })],
  ['replace a token', (place) => ({ ...tokenRange(place), insert: place.random.pick(place.corpus.tokens) })],
  ['repeat a token', (place) => repeat(place, tokenRange(place))],
  ['repeat a stretch', (place) => repeat(place, stretch(place))],
  ['delete a stretch', (place) => ({ ...stretch(place), insert: '' })],
  ['move a stretch', moveStretch],
  [
    'put a statement in',
    ({ random, corpus, at }) => ({ from: at, to: at, insert: random.pick(corpus.statements) }),
  ],
  ['put half a statement in', insertHalf],
  [
    'cut off the end',
    ({ tree, random, at }) => ({
      from: random.chance(0.9) ? endOf(tree, at) : at,
      to: tree.text.length,
      insert: '',
    }),
  ],
  [
    'cut off the beginning',
    ({ at, tree, random }) => ({
      from: random.chance(0.9) ? statementAt(tree, at).offset : 0,
      to: at,
      insert: '',
    }),
  ],
  ['replace a line break', replaceLineBreak],
];

function sign(random: Random): string {
  return signs.charAt(random.below(signs.length));
}

function insertToken(place: Place): ReturnType<Maker> {
  const { random, corpus } = place;
  const { from } = tokenRange(place);
  const space = random.chance(0.5) ? ' ' : '';
  return { from, to: from, insert: `${space}${random.pick(corpus.tokens)}${space}` };
}

function tokenRange({ tree, at }: Place): { readonly from: number; readonly to: number } {
  const { statement, offset } = statementAt(tree, at);
  const token = tokenAt(statement, at - offset);
  if (token < 0) return { from: at, to: at };
  const { starts } = statement.tokens;
  return { from: offset + (starts[token] as number), to: offset + (starts[token + 1] as number) };
}

/** Up to 60 characters. */
function stretch({ tree, random, at }: Place): { readonly from: number; readonly to: number } {
  return { from: at, to: Math.min(tree.text.length, at + random.below(60)) };
}

function repeat(
  { tree }: Place,
  { from, to }: { readonly from: number; readonly to: number },
): ReturnType<Maker> {
  return { from: to, to, insert: tree.text.slice(from, to) };
}

/** Two neighbouring stretches change places. */
function moveStretch(place: Place): ReturnType<Maker> {
  const { text } = place.tree;
  const one = stretch(place);
  const to = Math.min(text.length, one.to + place.random.below(60));
  return { from: one.from, to, insert: text.slice(one.to, to) + text.slice(one.from, one.to) };
}

function insertHalf({ random, corpus, at }: Place): ReturnType<Maker> {
  const statement = random.pick(corpus.statements);
  const middle = random.below(statement.length + 1);
  const insert = random.chance(0.5) ? statement.slice(0, middle) : statement.slice(middle);
  return { from: at, to: at, insert };
}

/** Nine times of ten only the last statement is cut, so that not every text gets short at once. */
function endOf(tree: SyntaxTree, at: number): number {
  const last = tree.statements.at(-1)?.offset ?? 0;
  return last + Math.floor(((tree.text.length - last) * at) / Math.max(1, tree.text.length));
}

function replaceLineBreak({ tree, random, at }: Place): ReturnType<Maker> {
  const from = tree.text.indexOf('\n', at);
  if (from < 0) return { from: at, to: at, insert: '\n' };
  return { from, to: from + 1, insert: random.pick(['\r\n', '\r', ' ', '', '\n\n', ';\n', '\\\n']) };
}
