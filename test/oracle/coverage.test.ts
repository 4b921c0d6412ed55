import { expect, test } from 'vitest';
import { functions } from '../../server/catalog/builtins/functions';
import { corpora } from './corpus/corpora';

/** Families that Spark does not know. */
const ofThePlatform = ['Adobe-defined', 'metadata', 'model', 'feature transformer'];

/** They call Java, make what only another engine's library reads, or list Spark's own keywords. */
const notAsked = [
  'java_method',
  'reflect',
  'hll_union',
  'hll_union_agg',
  'bitmap_or_agg',
  'sql_keywords',
  'table_exists',
];

const names = functions.filter(({ family }) => !ofThePlatform.includes(family)).map(({ name }) => name);

test.each(['types', 'rows'] as const)('Spark was asked about the %s of every function', (corpus) => {
  const text = corpora[corpus].statements().join('\n').toLowerCase();
  const missing = names.filter((name) => !new RegExp(`\\b${name.toLowerCase()} ?\\(`).test(text));
  expect(missing.filter((name) => !notAsked.includes(name))).toEqual([]);
});
