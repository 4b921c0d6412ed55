import { expect, test } from 'vitest';
import { eventTypeNames } from '../../../server/sandbox/synthetic/eventTypes';
import { createRandom } from '../../../server/sandbox/synthetic/random';
import { simulateUser } from '../../../server/sandbox/synthetic/simulateUser';

function countsPerUser(users: number): Record<string, number> {
  const counts = new Array<number>(eventTypeNames.length).fill(0);
  for (let user = 0; user < users; user++) {
    for (const event of simulateUser(createRandom(7, user)))
      counts[event.type] = (counts[event.type] ?? 0) + 1;
  }
  return Object.fromEntries(eventTypeNames.map((name, type) => [name, (counts[type] ?? 0) / users]));
}

test('event counts are those of the published simulation', () => {
  const counts = countsPerUser(50_000);
  // Published: 1,276,563 events; the figures below are the published counts over some 119,700 users.
  const published: Record<string, number> = {
    'directMarketing.emailSent': 5.0,
    'directMarketing.emailOpened': 1.997,
    'web.webpagedetails.pageViews': 1.003,
    'advertising.impressions': 1.0,
    'directMarketing.emailClicked': 0.431,
    'commerce.productViews': 0.317,
    'decisioning.propositionDisplay': 0.315,
    'web.webinteraction.linkClicks': 0.314,
    'web.formFilledOut': 0.149,
  };
  for (const [name, mean] of Object.entries(published)) {
    expect(Math.abs((counts[name] as number) / mean - 1), name).toBeLessThan(0.04);
  }
});

test('a user subscribes at most once, a minute after an event on the site', () => {
  const form = eventTypeNames.indexOf('web.formFilledOut');
  for (let user = 0; user < 2_000; user++) {
    const events = simulateUser(createRandom(3, user));
    const forms = events.filter((event) => event.type === form);
    expect(forms.length).toBeLessThanOrEqual(1);
    for (const { at } of forms) expect(events.some((event) => event.at === at - 60_000)).toBe(true);
  }
});

test('events come in order of time', () => {
  for (let user = 0; user < 500; user++) {
    const times = simulateUser(createRandom(5, user)).map((event) => event.at);
    expect(times).toEqual([...times].sort((left, right) => left - right));
  }
});

test('the same seed gives the same events, another seed others', () => {
  expect(simulateUser(createRandom(1, 42))).toEqual(simulateUser(createRandom(1, 42)));
  expect(simulateUser(createRandom(1, 42))).not.toEqual(simulateUser(createRandom(2, 42)));
});
