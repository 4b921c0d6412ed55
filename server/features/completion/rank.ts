/**
 * Where kinds of proposals stand when the typed letters fit them equally well; lower comes first. A step of the
 * match counts as much as ten ranks.
 */
export const rank = {
  value: 0,
  joinCondition: 0,
  /** A whole list, which is rarely what is typed. */
  filler: 3,
  parameter: 1,
  result: 1,
  column: 2,
  alias: 2,
  source: 5,
  nested: 6,
  variable: 7,
  function: 12,
  keyword: 8,
  likelyKeyword: 3,
  rareFunction: 18,
  elsewhere: 4,
} as const;
