import { Random } from '../../../support/random';
import { sqlStatements } from '../sqlStatements';
import { Grammar } from './grammar';
import { mutate } from './mutate';
import { sparkGrammar } from './sparkGrammar';

const seed = 20_240_131;
const sentences = 7_500;
const slipsPerSentence = 3;
/** Long sentences only hide slips from each other, and Spark's parser is slow on them. */
const longest = 60;

/** Statements whose verdict Spark's parser gives: written by hand, generated, and generated with slips. */
export function syntaxStatements(): readonly string[] {
  const random = new Random(seed);
  const grammar = new Grammar(sparkGrammar);
  const statements = new Set(sqlStatements('syntax'));
  for (let made = 0; made < sentences; made++) {
    const tokens = sentence(random, grammar);
    statements.add(join(random, tokens));
    for (let slip = 0; slip < slipsPerSentence; slip++) statements.add(join(random, slipped(random, tokens)));
  }
  return [...statements].filter((each) => each !== '');
}

function sentence(random: Random, grammar: Grammar): readonly string[] {
  for (;;) {
    const tokens = grammar.sentence(random, 'statement');
    if (tokens.length <= longest) return tokens;
  }
}

/** Mostly one slip, sometimes two. */
function slipped(random: Random, tokens: readonly string[]): readonly string[] {
  const once = mutate(random, tokens);
  return once.length > 0 && random.chance(0.2) ? mutate(random, once) : once;
}

/** Tokens to text, as an author would space them or spaced throughout. */
function join(random: Random, tokens: readonly string[]): string {
  const spaced = tokens.join(' ');
  if (random.chance(0.3)) return spaced;
  return spaced
    .replace(/(?<=\w) \. (?=\w)/g, '.')
    .replace(/(?<=\w) \((?! SELECT)/g, '(')
    .replace(/\( /g, '(')
    .replace(/ ([),])/g, '$1');
}
