// @ts-check
// The rules of the grammar that are made of the words in the tables. After a dot a word is a field, whatever it is.
import { oneOf, wordGroups } from './wordGroups.mjs';

const suffix = 'feature-sql';

/** @typedef {ReturnType<typeof wordGroups>} Words */

/** @param {import('./languageTables.mjs').LanguageTables} tables */
export function wordRules(tables) {
  const words = wordGroups(tables);
  return {
    types: typeRules(words),
    statements: statementRule(words),
    clauses: clauseRules,
    functions: functionRules(words),
    constants: { name: `constant.language.${suffix}`, match: word(words.constants) },
    keywords: keywordRules(words),
  };
}

/** @param {readonly string[]} list */
function word(list) {
  return `(?<![\\w.@$#])(?i:${oneOf(list)})(?!\\w)`;
}

/** @param {readonly string[]} list */
function called(list) {
  return `${word(list)}(?=\\s*\\()`;
}

/** @param {Words} words */
function typeRules(words) {
  return {
    patterns: [
      typeAfter('(?i)(?<![\\w.])(AS)(\\s+)', words.types, '(?=\\s*(?:[(<)]|$))'),
      typeAfter('(::)(\\s*)', words.types, '(?!\\w)'),
      { name: `storage.type.${suffix}`, match: `${word(words.nestedTypes)}(?=\\s*<)` },
      {
        name: `storage.type.${suffix}`,
        match: `(?<=[<:,(]|[<:,(] )(?i:${oneOf(words.types)})(?=\\s*[>(<])(?!\\s*\\()`,
      },
      { name: `storage.type.${suffix}`, match: `${word(words.typedLiterals)}(?=\\s*')` },
      { name: `keyword.other.unit.${suffix}`, match: `(?<=['\\d] )(?i:${oneOf(words.units)})S?(?!\\w)` },
    ],
  };
}

/**
 * @param {string} before with a group for the word or sign and one for the space behind it
 * @param {readonly string[]} types
 * @param {string} after
 */
function typeAfter(before, types, after) {
  return {
    match: `${before}(?i:(${oneOf(types)}))${after}`,
    captures: {
      1: { name: `keyword.operator.cast.${suffix}` },
      3: { name: `storage.type.${suffix}` },
    },
  };
}

/**
 * Behind the first word of a statement each keyword is one.
 *
 * @param {Words} words
 */
function statementRule(words) {
  return {
    match: `(?<![\\w.@$#])(?i:(${oneOf(words.statementStarts)})\\s+(${oneOf(words.keywords)}))(?![\\w.]|\\s*\\()`,
    captures: {
      1: { name: `keyword.other.${suffix}` },
      2: { name: `keyword.other.${suffix}` },
    },
  };
}

const clauseRules = {
  patterns: [
    {
      match: `(?<![\\w.])(?i:(SNAPSHOT)(?:\\s+(SINCE|AS\\s+OF|BETWEEN))?)(?!\\w)`,
      captures: {
        1: { name: `keyword.other.snapshot.${suffix}` },
        2: { name: `keyword.other.snapshot.${suffix}` },
      },
    },
    {
      name: `constant.language.snapshot.${suffix}`,
      match: '(?<=(?i:BETWEEN) )(?i:HEAD)(?=\\s+(?i:AND)\\b)|(?<=(?i:AND) )(?i:TAIL)\\b(?!\\s*[=<>.!+*/(-])',
    },
    {
      name: `keyword.other.${suffix}`,
      match: `(?<![\\w.])(?i:(?:PRIMARY|FOREIGN)\\s+KEYS?|PRIMARY\\s+IDENTITY|NOT\\s+ENFORCED|FILTER(?=\\s*\\(\\s*WHERE)|FOR\\s+ALL\\s+COLUMNS|FOR\\s+COLUMNS)(?!\\w)`,
    },
  ],
};

/** @param {Words} words */
function functionRules(words) {
  return {
    patterns: [
      { name: `keyword.operator.wordlike.${suffix}`, match: called(words.operators) },
      { name: `keyword.control.${suffix}`, match: `(?<![\\w.])(?i:IF)(?=\\s+\\()` },
      { name: `support.function.adobe.${suffix}`, match: called(words.adobe) },
      { name: `support.function.model.${suffix}`, match: called(words.models) },
      { name: `support.function.meta.${suffix}`, match: called(words.meta) },
      { name: `support.function.aggregate.${suffix}`, match: called(words.aggregates) },
      { name: `support.function.window.${suffix}`, match: called(words.windows) },
      { name: `support.function.generator.${suffix}`, match: called(words.generators) },
      { name: `support.function.${suffix}`, match: called(words.scalars) },
      {
        name: `entity.name.function.${suffix}`,
        match: `(?<![\\w.@$#])(?!(?i:${oneOf(words.keywords)})(?!\\w))[A-Za-z_]\\w*(?=\\()`,
      },
    ],
  };
}

/** @param {Words} words */
function keywordRules(words) {
  return {
    patterns: [
      { name: `keyword.operator.wordlike.${suffix}`, match: word(words.operators) },
      { name: `keyword.control.${suffix}`, match: word(words.control) },
      { name: `keyword.other.${suffix}`, match: word(words.others) },
    ],
  };
}
