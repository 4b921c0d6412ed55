// @ts-check
// The words of the language by the colour they get.

/**
 * Keywords that are as often names of columns: they are coloured only where the words before them leave no doubt.
 */
const oftenNames = `AFTER ARCHIVE AT BUCKET BUCKETS CHANGE CHECK COLLECTION COST DATA DATE DAY DEFINED DIRECTORY
  EXCHANGE EXPORT EXTENDED FIELDS FIRST FORMAT FUNCTION FUNCTIONS GROUPS HEAD HOUR IDENTITY IMPORT INCLUDE INDEX INDEXES
  ITEMS KEY KEYS LAST LINES LIST LOCAL LOCATION LOGICAL MINUTE MODEL MODELS MONTH NAMESPACE NAMESPACES NEXT NO OPTION
  OTHER OUT PERCENT POSITION PRINCIPALS PROPERTIES QUARTER QUERY REDUCE REFRESH RESET ROLE ROLES SECOND SOURCE START
  STATISTICS SYSTEM SYSTEM_TIME SYSTEM_VERSION TAIL TARGET TIME TIMESTAMP TIMESTAMP_LTZ TIMESTAMP_NTZ TOUCH TRANSACTION
  TRANSACTIONS TYPE UNIQUE UNKNOWN USER VERSION WEEK WORK YEAR ZONE`;

const operators = 'AND OR NOT IN IS LIKE ILIKE RLIKE REGEXP BETWEEN EXISTS DIV ANY SOME ALL ESCAPE';
const control = 'BEGIN END IF ELSEIF ELSE THEN CASE WHEN EXCEPTION OTHERS';
const constants = 'TRUE FALSE NULL CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER SESSION_USER';
const statementStarts = 'ALTER ANALYZE CREATE DROP INSERT REPLACE SHOW UPDATE ADD REMOVE DESCRIBE';
const typedLiterals = 'DATE TIMESTAMP TIMESTAMP_LTZ TIMESTAMP_NTZ';
const units = 'YEAR QUARTER MONTH WEEK DAY HOUR MINUTE SECOND';
const nestedTypes = 'ARRAY MAP STRUCT';
/** Functions that are written without brackets after their name as well, or that are operators when they have them. */
const neverCalled = [...split(operators), 'CASE', 'WHEN', 'CAST', 'TRY_CAST'];

/** @param {import('./languageTables.mjs').LanguageTables} tables */
export function wordGroups({ keywords, functions, typeWords }) {
  const known = (/** @type {string} */ text) => {
    const words = split(text);
    const strange = words.filter((word) => !keywords.includes(word));
    if (strange.length > 0) throw new Error(`No keywords of the language: ${strange.join(' ')}`);
    return words;
  };
  const groups = {
    operators: known(operators),
    control: known(control),
    constants: known(constants),
  };
  const apart = [...known(oftenNames), ...Object.values(groups).flat()];
  return {
    ...groups,
    keywords,
    others: keywords.filter((word) => !apart.includes(word)),
    statementStarts: known(statementStarts),
    typedLiterals: known(typedLiterals),
    units: known(units),
    nestedTypes: known(nestedTypes),
    types: typeWords,
    ...functionGroups(functions),
  };
}

/** @param {import('./languageTables.mjs').LanguageTables['functions']} functions */
function functionGroups(functions) {
  const callable = functions.filter(({ name }) => !neverCalled.includes(name.toUpperCase()));
  const names = (/** @type {(each: typeof callable[number]) => boolean} */ isWanted) =>
    callable.filter(isWanted).map(({ name }) => name);
  const isAdobe = (/** @type {string} */ family) => family === 'Adobe-defined';
  const isOwn = (/** @type {string} */ family) =>
    isAdobe(family) || family === 'model' || family === 'metadata' || family === 'feature transformer';
  return {
    adobe: names(({ family }) => isAdobe(family)),
    models: names(({ family }) => family === 'model' || family === 'feature transformer'),
    meta: names(({ family }) => family === 'metadata'),
    aggregates: names(({ kind, family }) => kind === 'aggregate' && !isOwn(family)),
    windows: names(({ kind, family }) => kind === 'window' && !isOwn(family)),
    generators: names(({ kind, family }) => kind === 'generator' && !isOwn(family)),
    scalars: names(({ kind, family }) => kind === 'scalar' && !isOwn(family)),
  };
}

/** @param {string} text */
function split(text) {
  return text.split(/\s+/);
}

/**
 * Alternatives of a pattern: longer words first, so that none hides one that it begins.
 *
 * @param {readonly string[]} words
 */
export function oneOf(words) {
  const unique = [...new Set(words.map((word) => word.toLowerCase()))];
  return unique.sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|');
}
