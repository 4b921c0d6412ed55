import type { TrainedModel } from './trainedModel';

/** Queries for one row that says how good predictions are, by what a model is for. */
const metrics: Readonly<Record<TrainedModel['task'], (judged: string) => string>> = {
  classification,
  regression,
  clustering,
};

/** `judged` are rows of `judgedRows`. */
export function metricsSql(task: TrainedModel['task'], judged: string): string {
  return metrics[task](judged);
}

/**
 * For labels 0 and 1 precision and recall are those of class 1. For more classes they are the means over the classes by
 * their frequency, and there is no area under a curve.
 */
function classification(judged: string): string {
  return `WITH judged AS MATERIALIZED (${judged}),
    two AS (SELECT coalesce(max(label) <= 1 AND max(len(probability)) = 2, true) AS holds FROM judged),
    ranked AS (SELECT label, rank() OVER (ORDER BY probability[2])
      + (count(*) OVER (PARTITION BY probability[2]) - 1) / 2 AS place FROM judged),
    area AS (SELECT (sum(place) FILTER (label = 1) - count_if(label = 1) * (count_if(label = 1) + 1) / 2)
      / nullif(count_if(label = 1) * count_if(label = 0), 0) AS value FROM ranked),
    class AS (SELECT class, count_if(label = class) AS there, count_if(prediction = class) AS said,
      count_if(label = class AND prediction = class) AS hit
      FROM judged, (SELECT DISTINCT label AS class FROM judged) GROUP BY class),
    mean AS (SELECT sum(there * coalesce(hit / nullif(said, 0), 0)) / sum(there) AS precision,
      sum(hit) / sum(there) AS recall FROM class)
    SELECT CASE WHEN (SELECT holds FROM two) THEN (SELECT value FROM area) END AS auc_roc,
      avg(CASE WHEN prediction = label THEN 1e0 ELSE 0e0 END) AS accuracy,
      CASE WHEN (SELECT holds FROM two)
        THEN coalesce(count_if(prediction = 1 AND label = 1) / nullif(count_if(prediction = 1), 0), 0)
        ELSE (SELECT precision FROM mean) END AS precision,
      CASE WHEN (SELECT holds FROM two)
        THEN coalesce(count_if(prediction = 1 AND label = 1) / nullif(count_if(label = 1), 0), 0)
        ELSE (SELECT recall FROM mean) END AS recall
    FROM judged`;
}

function regression(judged: string): string {
  return `SELECT avg((label - prediction) * (label - prediction)) AS mse,
      sqrt(avg((label - prediction) * (label - prediction))) AS rmse,
      avg(abs(label - prediction)) AS mae,
      1 - sum((label - prediction) * (label - prediction)) / nullif(var_pop(label) * count(label), 0) AS r2
    FROM (${judged})`;
}

/** The mean silhouette by squared distances, from the sums of each cluster instead of all pairs of rows. */
function clustering(judged: string): string {
  return `WITH judged AS MATERIALIZED (SELECT row_number() OVER () AS id, prediction, features,
        list_dot_product(features, features) AS square FROM (${judged})),
    element AS (SELECT prediction, place, sum(x) AS sum FROM (
        SELECT prediction, unnest(features) AS x, unnest(range(len(features))) AS place FROM judged)
      GROUP BY prediction, place),
    cluster AS (SELECT prediction AS cluster, count, squares, (SELECT list(sum ORDER BY place) FROM element
        WHERE element.prediction = counted.prediction) AS sums
      FROM (SELECT prediction, count(*) AS count, sum(square) AS squares FROM judged GROUP BY prediction) AS counted),
    apart AS (SELECT id, prediction, cluster, count,
        square * count + squares - 2 * list_dot_product(features, sums) AS total FROM judged, cluster),
    row_of AS (SELECT id, max(total / nullif(count - 1, 0)) FILTER (prediction = cluster) AS within,
        min(total / count) FILTER (prediction <> cluster) AS beside FROM apart GROUP BY id)
    SELECT CASE WHEN (SELECT count(*) FROM cluster) > 1 THEN avg(CASE
      WHEN within IS NULL THEN 0e0
      WHEN within < beside THEN 1 - within / beside
      WHEN within > beside THEN beside / within - 1
      ELSE 0e0 END) END AS silhouette FROM row_of`;
}
