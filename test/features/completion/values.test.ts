import { test } from 'vitest';
import { checkCompletion, checkNoCompletion } from '../../support/checkCompletion';

test('inside a comparison string', () => {
  const first = ['commerce.purchases', 'directMarketing.emailSent', 'web.formFilledOut'];
  checkCompletion("SELECT * FROM web_events WHERE eventType = '$0'", { first });
  checkCompletion("SELECT * FROM web_events WHERE eventType = '$0", { first });
  checkCompletion("SELECT * FROM web_events e WHERE e.eventType IN ('x', '$0')", { first });
  checkCompletion("SELECT sum(CASE WHEN eventType='web.f$0' THEN 1 ELSE 0 END) FROM web_events", {
    first: ['web.formFilledOut'],
    accept: [
      'web.formFilledOut',
      "SELECT sum(CASE WHEN eventType='web.formFilledOut' THEN 1 ELSE 0 END) FROM web_events",
    ],
  });
  checkCompletion("SELECT CASE WHEN eventType = '$0 THEN 1 END FROM web_events", { first });
  checkCompletion("SELECT * FROM (SELECT eventType AS kind FROM web_events) WHERE kind = '$0'", { first });
});

test('what a list has already is not proposed again', () => {
  const lacks = ['web.formFilledOut', "'web.formFilledOut'"];
  checkCompletion("SELECT * FROM web_events WHERE eventType IN ('web.formFilledOut', '$0')", {
    first: ['commerce.purchases', 'directMarketing.emailSent', 'web.webpagedetails.pageViews'],
    lacks,
  });
  checkCompletion("SELECT * FROM web_events WHERE eventType IN ('web.formFilledOut', $0)", {
    first: ["'commerce.purchases'"],
    lacks,
  });
});

test('ends of snapshots', () => {
  checkCompletion("SELECT * FROM stores SNAPSHOT BETWEEN '$0", { first: ['HEAD', 'TAIL'] });
  checkCompletion("SELECT * FROM stores SNAPSHOT BETWEEN '$0' AND 'TAIL'", { first: ['HEAD', 'TAIL'] });
});

test('texts that a function takes, in quotes', () => {
  checkCompletion('SELECT date_trunc($0) FROM web_events', { first: ["'DAY'"] });
  checkCompletion('SELECT history_meta(sto$0)', { accept: ["'stores'", "SELECT history_meta('stores')"] });
});

test('a value in double quotes', () => {
  checkCompletion('SELECT * FROM web_events WHERE eventType = "comm$0"', {
    accept: ["'commerce.purchases'", "SELECT * FROM web_events WHERE eventType = 'commerce.purchases'"],
  });
});

test('units of time functions', () => {
  checkCompletion("SELECT date_trunc('$0', timestamp) FROM web_events", { has: ['MONTH', 'DAY'] });
});

test('nothing in other strings, comments and new names', () => {
  checkNoCompletion("SELECT 'a $0' FROM stores");
  checkNoCompletion('SELECT city -- of $0\nFROM stores');
  checkNoCompletion('SELECT /* $0 */ city FROM stores');
  checkNoCompletion('SELECT city AS t$0 FROM stores');
  checkNoCompletion('CREATE TABLE n$0');
});

test('in quotes where the value is still to begin', () => {
  const first = ["'commerce.purchases'", "'directMarketing.emailSent'", "'web.formFilledOut'"];
  checkCompletion('SELECT * FROM web_events WHERE eventType = $0', { first });
  checkCompletion('SELECT * FROM web_events WHERE eventType IN ($0)', { first });
  checkCompletion("SELECT * FROM web_events WHERE eventType IN ('x', $0)", { first });
  checkCompletion('SELECT CASE eventType WHEN $0 THEN 1 END FROM web_events', { first });
  checkCompletion('SELECT * FROM web_events WHERE eventType = formF$0', {
    accept: ["'web.formFilledOut'", "SELECT * FROM web_events WHERE eventType = 'web.formFilledOut'"],
  });
});

test('in every form of comparison', () => {
  const first = ['commerce.purchases', 'directMarketing.emailSent'];
  checkCompletion("SELECT * FROM web_events WHERE '$0' = eventType", { first });
  checkCompletion("SELECT CASE eventType WHEN '$0' THEN 1 END FROM web_events", { first });
  checkCompletion("SELECT * FROM web_events WHERE eventType LIKE '$0%'", { first });
  checkCompletion("SELECT count_if(eventType <> '$0') FROM web_events", { first });
});

test('units, and namespaces of identities', () => {
  checkCompletion('SELECT extract($0 FROM timestamp) FROM web_events', { has: ['YEAR', 'HOUR'] });
  checkCompletion("ALTER TABLE stores ADD CONSTRAINT IDENTITY (city) NAMESPACE '$0'", { has: ['ECID'] });
  checkCompletion('ALTER TABLE stores ADD CONSTRAINT IDENTITY ($0', { has: ['city'] });
});
