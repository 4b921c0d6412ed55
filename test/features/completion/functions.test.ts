import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('functions bring brackets, unless they are there', () => {
  checkCompletion('SELECT time_bet$0 FROM web_events', {
    first: ['TIME_BETWEEN_NEXT_MATCH', 'TIME_BETWEEN_PREVIOUS_MATCH'],
  });
  checkCompletion('SELECT upp$0 FROM stores', { accept: ['upper', 'SELECT upper() FROM stores'] });
  checkCompletion('SELECT upp$0(city) FROM stores', {
    accept: ['upper', 'SELECT upper(city) FROM stores'],
  });
});

test('types after CAST', () => {
  checkCompletion('SELECT CAST(city AS $0) FROM stores', { has: ['string', 'timestamp', 'array<...>'] });
  checkCompletion('SELECT city::big$0 FROM stores', { first: ['bigint'] });
});

test('placeholders for the arguments', () => {
  checkCompletion('SELECT date_ad$0 FROM stores', {
    snippets: { date_add: 'date_add(${1:d}, ${2:days})$0' },
  });
  checkCompletion('SELECT count($0) FROM stores', { has: ['*', 'DISTINCT'] });
});

test('generators after LATERAL VIEW, with names for what they give', () => {
  checkCompletion('SELECT * FROM web_events LATERAL VIEW expl$0', {
    snippets: { explode: 'explode(${1:x}) ${8:items} AS ${9:item}$0' },
  });
  checkCompletion('SELECT * FROM web_events LATERAL VIEW explode($0', { has: ['productListItems'] });
});
