import { z } from 'zod';
import { transformer } from './transformer';
import { double } from './shape';
import { doubleSql, failure, textsSql } from './sql';

/** Labels are kept with the model, one by one. */
const mostLabels = 100_000;

/** Above it a label is found by a join. */
const mostInList = 64;

/** string_indexer(column): the most frequent label is 0.0; of those as frequent the first in the alphabet comes first. */
export const stringIndexer = transformer({
  takes: [['text', 'number', 'boolean']],
  state: z.object({ labels: z.array(z.string()) }),
  fit: async ({ source, ask, parameters }, { sql, name }) => {
    const found = await ask(
      `SELECT ${textOf(sql)} AS label FROM ${source} WHERE ${sql} IS NOT NULL
       GROUP BY label ORDER BY count(*) DESC, label LIMIT ${mostLabels + 1}`,
    );
    if (found.length > mostLabels)
      throw parameters.problem(-1, `${name} has more than ${mostLabels} different values`);
    return { labels: found.map(([label]) => String(label)) };
  },
  make: ({ labels }, { sql, name }) => {
    const text = textOf(sql);
    const place =
      labels.length <= mostInList
        ? `list_position(${textsSql(labels)}, ${text}) - 1`
        : `(SELECT max(place) FROM (SELECT unnest(${textsSql(labels)}) AS label,
             unnest(range(${labels.length})) AS place) WHERE label = ${text})`;
    const missing = failure(`${name} is null where a label is indexed: fill it with string_imputer`);
    const unseen = failure(`${name} has a label that was not there in training: `, text);
    return {
      sql: `CASE WHEN ${sql} IS NULL THEN ${missing} ELSE CAST(coalesce(${place}, ${unseen}) AS DOUBLE) END`,
      shape: double,
    };
  },
});

/** Texts as Spark writes values of other types. */
function textOf(sql: string): string {
  return `spark.to_string(${sql})`;
}

/** one_hot_encoder(index): a 1 at the place of the index; the last index is a vector of zeros. */
export const oneHotEncoder = transformer({
  takes: [['number']],
  state: z.object({ last: z.number() }),
  fit: async ({ source, ask, parameters }, { sql, name }) => {
    const [[last, least, fractions] = []] = await ask(
      `SELECT CAST(max(${sql}) AS DOUBLE), CAST(min(${sql}) AS DOUBLE), count_if(${sql} <> floor(${sql})) FROM ${source}`,
    );
    if (typeof last !== 'number') throw parameters.problem(-1, `${name} has no value in any row`);
    if (Number(least) < 0 || Number(fractions) > 0)
      throw parameters.problem(-1, `${name} takes whole numbers from 0 on: index it with string_indexer`);
    return { last };
  },
  make: ({ last }, { sql, name }) => {
    const refused = failure(`${name} is null, or an index that was not there in training: `, sql);
    const places = `list_transform(range(${last}), lambda place: CASE WHEN place = ${sql} THEN 1 ELSE 0 END)`;
    const isValid = `${sql} BETWEEN 0 AND ${doubleSql(last)} AND ${sql} = floor(${sql})`;
    return {
      sql: `CASE WHEN ${isValid} THEN ${places} ELSE ${refused} END`,
      shape: { kind: 'vector', size: last },
    };
  },
});
