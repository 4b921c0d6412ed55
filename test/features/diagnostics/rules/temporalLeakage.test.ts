import { describe, expect, test } from 'vitest';
import { analyzeFixture } from '../../../support/analyzeFixture';
import { checkDiagnostics } from '../../../support/checkDiagnostics';
import { diagnostics } from '../../../../server/features/diagnostics/diagnostics';

const past = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';
const label = `max(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id) AS label`;
const emails = `sum(CASE WHEN eventType = 'directMarketing.emailSent' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ${past}) AS emails`;

describe('in a query with a label', () => {
  test('frames that reach to later events, and functions that do', () => {
    checkDiagnostics(`
SELECT ${label},
  ${emails},
  count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS events,
--                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage: events sees events after its row: as a feature it knows what came after the label
  avg(commerce.\`order\`.priceTotal) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) AS price,
--                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage
  count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp DESC) AS backwards,
--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage
  lead(eventType) OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS following,
--^^^^ temporal-leakage
  TIME_BETWEEN_NEXT_MATCH(timestamp, eventType = 'commerce.purchases', 'days') OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS days_to
--^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage
FROM web_events
`);
  });

  test('windows without an order', () => {
    checkDiagnostics(`
SELECT ${label}, ${emails},
  sum(commerce.\`order\`.priceTotal) OVER (PARTITION BY _acme.user_id) AS spent
--                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage: spent sees all events of the partition, also those after the label: add ORDER BY timestamp, so that it ends at its row
FROM web_events
`);
  });

  test('the label that chooses the rows, without a telling name', () => {
    checkDiagnostics(`
SELECT * FROM (
  SELECT _acme.user_id, eventType, ${label.replace('AS label', 'AS subscribed')}, ${emails},
    count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS rest
--                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage
  FROM web_events)
WHERE (subscribed = 1 AND eventType = 'web.formFilledOut') OR subscribed = 0
`);
  });

  test('the LABEL of a model', () => {
    checkDiagnostics(`
CREATE MODEL m OPTIONS (MODEL_TYPE = 'logistic_reg', LABEL = 'bought') AS
SELECT max(CASE WHEN eventType = 'commerce.purchases' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id) AS bought,
  count(*) OVER (PARTITION BY _acme.user_id) AS events
--         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ temporal-leakage
FROM web_events
`);
  });

  test('the events that the label counts', () => {
    checkDiagnostics(`
SELECT ${label},
  sum(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ${past}) AS forms,
--                          ^^^^^^^^^^^^^^^^^^^ temporal-leakage: forms counts 'web.formFilledOut' up to its own row, which the label counts as well: end its frame at 1 PRECEDING
  TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = 'web.formFilledOut', 'minutes') OVER (PARTITION BY _acme.user_id ORDER BY timestamp ${past}) AS since,
--                                                   ^^^^^^^^^^^^^^^^^^^ temporal-leakage
  sum(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS forms_before
FROM web_events
`);
  });

  test('counted together in one GROUP BY', () => {
    checkDiagnostics(`
CREATE TABLE training AS SELECT _acme.user_id AS user_id,
  max(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) AS churn_label,
--                                                                    ^^^^^^^^^^^ temporal-leakage
  sum(CASE WHEN eventType = 'directMarketing.emailSent' THEN 1 ELSE 0 END) AS emails
FROM web_events GROUP BY _acme.user_id;
CREATE TABLE training AS SELECT _acme.user_id AS user_id,
  max(CASE WHEN eventType = 'web.formFilledOut' AND timestamp >= '2026-06-01' THEN 1 ELSE 0 END) AS churn_label,
  sum(CASE WHEN eventType = 'directMarketing.emailSent' AND timestamp < '2026-06-01' THEN 1 ELSE 0 END) AS emails
FROM web_events GROUP BY _acme.user_id
`);
  });

  test('the time of the query, and the profile of today', () => {
    checkDiagnostics(`
SELECT ${label.replaceAll('_acme', 'e._acme')}, datediff(current_date(), e.timestamp) AS age, e.timestamp, now() AS made_at,
--                                                                                                                             ^^^^^^^^^^^^^^ temporal-leakage: age counts from the time of the query, which is after the label: count from the row's timestamp
  p.loyalty_points, p.person.birthYear, p._acme.user_id, p._id
--^^^^^^^^^^^^^^^^ temporal-leakage: p.loyalty_points is the profile's state of today, also beside events of the past
FROM web_events e JOIN profiles p ON e._acme.user_id = p._acme.user_id WHERE e.timestamp > now() - INTERVAL 90 DAYS
`);
  });

  test('each statement of a block is judged by itself', () => {
    checkDiagnostics(`
$$ BEGIN
  CREATE TABLE a AS SELECT ${label} FROM web_events;
  CREATE TABLE b AS SELECT count(*) OVER (PARTITION BY _acme.user_id) AS events FROM web_events;
END $$
`);
  });
});

describe('without a label', () => {
  test('information tells of frames that reach to later events', () => {
    const text = `SELECT ${emails}, count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS rest FROM web_events`;
    const found = diagnostics(analyzeFixture(text).model).filter(({ code }) => code === 'temporal-leakage');
    expect(found.map(({ severity }) => severity)).toEqual(['information']);
  });

  test('beside windows that look back, of the time of the query and of profiles', () => {
    const text = `SELECT ${emails.replaceAll('_acme', 'e._acme')}, datediff(now(), e.timestamp) AS age, p.loyalty_points
      FROM web_events e JOIN profiles p ON e._acme.user_id = p._acme.user_id`;
    const found = diagnostics(analyzeFixture(text).model).filter(({ code }) => code === 'temporal-leakage');
    expect(found.map(({ severity }) => severity)).toEqual(['information', 'information']);
  });
});

describe('what is left alone', () => {
  test('a training set whose features end at their row', () => {
    checkDiagnostics(`
SELECT * FROM (
  SELECT _acme.user_id AS user_id, eventType, timestamp, ${label}, ${emails},
    TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = 'directMarketing.emailSent', 'minutes') OVER (PARTITION BY _acme.user_id ORDER BY timestamp ${past}) AS since,
    row_number() OVER (PARTITION BY _acme.user_id ORDER BY rand()) AS choice
  FROM web_events)
WHERE (label = 1 AND eventType = 'web.formFilledOut') OR (label = 0 AND choice = 1)
`);
  });

  test('labels that look ahead, and times that only choose rows', () => {
    checkDiagnostics(`
SELECT ${emails}, max(CASE WHEN eventType = 'commerce.purchases' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id ORDER BY timestamp
  ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS will_buy_label FROM web_events;
SELECT label, emails FROM (
  SELECT timestamp, ${label}, ${emails},
    min(CASE WHEN eventType = 'web.formFilledOut' THEN timestamp END) OVER (PARTITION BY _acme.user_id) AS filled_at FROM web_events)
WHERE timestamp < filled_at;
SELECT CASE WHEN forms > 0 THEN 1 ELSE 0 END AS label, emails FROM (
  SELECT ${emails}, sum(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id) AS forms FROM web_events)
`);
  });

  test('a look at the data', () => {
    checkDiagnostics(`
SELECT _id, count(*) OVER (PARTITION BY _acme.user_id) AS events FROM web_events;
SELECT _id, lead(timestamp) OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS next_at FROM web_events;
SELECT NEXT(web.webPageDetails.name, 1, true) OVER (PARTITION BY _acme.user_id ORDER BY timestamp ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS n FROM web_events;
SELECT row_number() OVER (PARTITION BY _acme.user_id ORDER BY timestamp DESC) AS n FROM web_events;
SELECT sum(n) OVER (ORDER BY day ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING) AS smooth FROM (SELECT to_date(timestamp) AS day, count(*) AS n FROM web_events GROUP BY 1);
SELECT datediff(now(), timestamp) AS age FROM web_events;
SELECT e.timestamp, p.loyalty_points FROM web_events e JOIN profiles p ON e._acme.user_id = p._acme.user_id;
SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY _acme.user_id) AS n FROM web_events) WHERE n > 5;
SELECT city, sum(store_id) OVER (ORDER BY opened ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS label FROM stores;
SELECT label, count(*) OVER (ORDER BY timestamp ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS n FROM unseen_stats_1;
SELECT max(CASE WHEN eventType = 'web.formFilledOut' THEN 1 END) AS filled, sum(CASE WHEN eventType = 'commerce.purchases' THEN 1 END) AS bought
FROM web_events GROUP BY _acme.user_id
`);
  });
});
