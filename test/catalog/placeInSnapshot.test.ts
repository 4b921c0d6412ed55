import { expect, test } from 'vitest';
import { placeInSnapshot } from '../../server/catalog/placeInSnapshot';

const snapshot = `{
  "datasets": [
    { "table": "other", "columns": [{ "name": "web", "type": "string" }] },
    {
      "table": "events",
      "columns": [
        { "name": "extra", "type": { "struct": [{ "name": "web", "type": "string" }] } },
        {
          "name": "web",
          "title": "A \\"quoted\\" [title]",
          "type": { "array": { "struct": [{ "name": "url", "type": "string" }, { "name": "name", "type": "string" }] } }
        }
      ]
    },
    { "table": "last", "columns": [{ "name": "url", "type": "string" }] }
  ]
}`;

/** The text at the place, with what stands before it on its line. */
function found(table: string, ...path: readonly string[]): string | undefined {
  const place = placeInSnapshot(snapshot, table, path);
  if (!place) return undefined;
  const line = snapshot.slice(0, place.start).split('\n').length;
  return `${line} ${snapshot.slice(place.start, place.end)}`;
}

test('a table, a column, a field within', () => {
  expect(found('events')).toBe('5 events');
  expect(found('events', 'web')).toBe('9 web');
  expect(found('events', 'extra', 'web')).toBe('7 web');
  expect(found('events', 'web', 'url')).toBe('11 url');
  expect(found('events', 'web', 'name')).toBe('11 name');
});

test('a field that is not there gives its table, a table that is not there nothing', () => {
  expect(found('events', 'url')).toBe('5 events');
  expect(found('last', 'web')).toBe('15 last');
  expect(found('event')).toBeUndefined();
});
