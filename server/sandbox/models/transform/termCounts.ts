import { z } from 'zod';
import type { Check } from './parameters';
import { wholeFrom } from './parameters';
import { doubleSql, doublesSql, textsSql } from './sql';
import { transformer } from './transformer';

const texts = ['texts'] as const;
const notNegative: Check = { accepts: (value) => value >= 0, words: 'a number from 0 on' };

/** Counts are vectors with all their zeros. */
const mostTerms = 20_000;

/**
 * count_vectorizer(words, vocabSize, minDocFreq, maxDocFreq, minTermFreq): how often each word of the vocabulary is
 * there. Frequencies below 1 are shares. Of words as frequent the first in the alphabet comes first.
 */
export const countVectorizer = transformer({
  takes: [texts],
  state: z.object({ vocabulary: z.array(z.string()), minTermFrequency: z.number() }),
  fit: async ({ source, ask, parameters }, { sql, name }) => {
    const size = parameters.number(0, 'vocabSize', 2 ** 18, wholeFrom(1));
    const least = parameters.number(1, 'minDocFreq', 1, notNegative);
    const most = parameters.number(2, 'maxDocFreq', 2 ** 63, notNegative);
    const minTermFrequency = parameters.number(3, 'minTermFreq', 1, notNegative);
    const rows = `(SELECT count(*) FROM ${source})`;
    const bound = (frequency: number): string =>
      frequency < 1 ? `${doubleSql(frequency)} * ${rows}` : doubleSql(frequency);
    const found = await ask(
      `SELECT term FROM (SELECT document, unnest(words) AS term FROM (SELECT row_number() OVER () AS document, ${sql} AS words FROM ${source}))
       WHERE term IS NOT NULL GROUP BY term
       HAVING count(DISTINCT document) BETWEEN ${bound(least)} AND ${bound(most)}
       ORDER BY count(*) DESC, term LIMIT ${Math.min(size, mostTerms + 1)}`,
    );
    if (found.length > mostTerms)
      throw parameters.problem(-1, `${name} has more than ${mostTerms} words: give a smaller vocabSize`);
    return { vocabulary: found.map(([term]) => String(term)), minTermFrequency };
  },
  make: ({ vocabulary, minTermFrequency }, { sql }) => {
    const least =
      minTermFrequency < 1 ? `${doubleSql(minTermFrequency)} * len(${sql})` : doubleSql(minTermFrequency);
    const count = `len(list_filter(${sql}, lambda word: word = term))`;
    const counted = `list_transform(${textsSql(vocabulary)},
      lambda term: CASE WHEN ${count} >= ${least} THEN CAST(${count} AS DOUBLE) ELSE 0e0 END)`;
    return {
      sql: `CASE WHEN ${sql} IS NOT NULL THEN ${counted} END`,
      shape: { kind: 'vector', size: vocabulary.length },
    };
  },
});

const weights = z.object({
  size: z.number(),
  /** The buckets that a word of the training fell into, and what a word in each weighs. */
  buckets: z.array(z.number()),
  weights: z.array(z.number()),
  /** What a word weighs in all other buckets. */
  unseen: z.number(),
  /** The vector has only the buckets above. */
  isCompact: z.boolean(),
});

/**
 * tf_idf(words, numFeatures, minDocFreq): words are hashed into buckets; a bucket that few rows have weighs more. In a
 * model the vector leaves out the buckets that are empty in training: no model learns from them.
 */
export const tfIdf = transformer({
  takes: [texts],
  state: weights,
  fit: async ({ source, ask, parameters, isCompact }, { sql }) => {
    const size = parameters.number(0, 'numFeatures', 2 ** 18, wholeFrom(1));
    const least = parameters.number(1, 'minDocFreq', 0, wholeFrom(0));
    const found = await ask(
      `SELECT bucket, count(*) FROM (SELECT unnest(list_distinct(spark.hashed_terms(${sql}, ${size}))) AS bucket FROM ${source})
       GROUP BY bucket ORDER BY bucket`,
    );
    const rows = Number((await ask(`SELECT count(*) FROM ${source}`))[0]?.[0] ?? 0);
    const weight = (documents: number): number =>
      documents >= least ? Math.log((rows + 1) / (documents + 1)) : 0;
    return {
      size,
      buckets: found.map(([bucket]) => Number(bucket)),
      weights: found.map(([, documents]) => weight(Number(documents))),
      unseen: weight(0),
      isCompact,
    };
  },
  make: (state, { sql }) => {
    const { buckets, size } = state;
    const hashed = `spark.hashed_terms(${sql}, ${size})`;
    const counted = (bucket: string): string => `len(list_filter(hashed, lambda each: each = ${bucket}))`;
    const known = `list_transform(${bucketList(buckets)}, lambda bucket, i: ${counted('bucket')} * ${doublesSql(state.weights)}[i])`;
    const weightOf = `coalesce(${doublesSql(state.weights)}[list_position(${bucketList(buckets)}, bucket)], ${doubleSql(state.unseen)})`;
    const all = `list_transform(range(${size}),
      lambda bucket: CASE WHEN list_contains(hashed, bucket) THEN ${counted('bucket')} * ${weightOf} ELSE 0e0 END)`;
    const vector = state.isCompact ? known : all;
    return {
      // Within a lambda the hashed words have a name.
      sql: `list_transform([${hashed}], lambda hashed: CASE WHEN hashed IS NOT NULL THEN ${vector} END)[1]`,
      shape: { kind: 'vector', size: state.isCompact ? buckets.length : size },
    };
  },
});

function bucketList(buckets: readonly number[]): string {
  return `CAST([${buckets.join(', ')}] AS BIGINT[])`;
}
