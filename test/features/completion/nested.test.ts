import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('after a dot at any depth', () => {
  checkCompletion('SELECT web.$0 FROM web_events', { first: ['webPageDetails', 'webReferrer'] });
  checkCompletion('SELECT web.webPageDetails.$0 FROM web_events', { has: ['name', 'URL', 'pageViews'] });
  checkCompletion('SELECT e.web.webPageDetails.pageViews.$0 FROM web_events e', { first: ['id', 'value'] });
  checkCompletion("SELECT identityMap['ECID'][0].$0 FROM web_events", { first: ['id', 'primary'] });
  checkCompletion('SELECT productListItems.$0 FROM web_events', { has: ['SKU'] });
  checkCompletion('SELECT * FROM web_events WHERE commerce.$0', { has: ['order', '30_day_value'] });
});

test('names are quoted where they must be', () => {
  checkCompletion('SELECT commerce.or$0 FROM web_events', {
    accept: ['order', 'SELECT commerce.`order` FROM web_events'],
  });
  checkCompletion('SELECT commerce.30$0 FROM web_events', {});
  checkCompletion('SELECT commerce.`30$0 FROM web_events', {
    accept: ['30_day_value', 'SELECT commerce.`30_day_value` FROM web_events'],
  });
});

test('by the name of the leaf, with the whole path put in', () => {
  checkCompletion('SELECT purch$0 FROM web_events', {
    first: ['commerce.purchases', 'commerce.order.purchaseID'],
    accept: ['commerce.order.purchaseID', 'SELECT commerce.`order`.purchaseID FROM web_events'],
  });
  checkCompletion('SELECT web.na$0 FROM web_events', {
    accept: ['webPageDetails.name', 'SELECT web.webPageDetails.name FROM web_events'],
  });
  checkCompletion('SELECT user_id$0 FROM web_events a JOIN profiles b', {
    has: ['a._acme.user_id', 'b._acme.user_id'],
  });
});

test('fields of a struct that a function gives', () => {
  checkCompletion(
    'SELECT s.$0 FROM (SELECT SESS_TIMEOUT(timestamp, 60) OVER (ORDER BY timestamp) AS s FROM web_events)',
    { first: ['depth', 'is_new', 'num', 'timestamp_diff'] },
  );
  checkCompletion('SELECT i.$0 FROM web_events LATERAL VIEW explode(productListItems) t AS i', {
    has: ['SKU'],
  });
});

test('by the first letters of the words of the path', () => {
  checkCompletion('SELECT wpdn$0 FROM web_events', {
    accept: ['web.webPageDetails.name', 'SELECT web.webPageDetails.name FROM web_events'],
  });
  checkCompletion('SELECT e.pdpv$0 FROM web_events e', {
    accept: ['web.webPageDetails.pageViews', 'SELECT e.web.webPageDetails.pageViews FROM web_events e'],
  });
});

test('by letters of names that follow each other', () => {
  checkCompletion('SELECT pageviewsval$0 FROM web_events', { first: ['web.webPageDetails.pageViews.value'] });
  checkCompletion('SELECT purchid$0 FROM web_events', {
    accept: ['commerce.order.purchaseID', 'SELECT commerce.`order`.purchaseID FROM web_events'],
  });
});

test('fields by their names in brackets', () => {
  checkCompletion("SELECT commerce['$0'] FROM web_events", { first: ['30_day_value', 'order', 'purchases'] });
  checkCompletion("SELECT identityMap['$0'] FROM web_events", { has: ['ECID', 'Email'] });
});

test('fields of a fitting type come first', () => {
  checkCompletion('SELECT * FROM web_events WHERE commerce.order.priceTotal > val$0', {
    first: ['commerce.purchases.value'],
  });
  checkCompletion("SELECT * FROM web_events WHERE '2026-01-01' = pag$0", {
    has: ['web.webPageDetails.pageViews'],
  });
});
