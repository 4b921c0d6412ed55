// @ts-check
/** Parts of the grammar of feature SQL that mean the same wherever SQL stands, in the order in which they are tried. */
export const grammarParts = [
  'numbers',
  'parameters',
  'types',
  'statements',
  'clauses',
  'functions',
  'constants',
  'keywords',
  'fields',
  'operators',
  'punctuation',
];
