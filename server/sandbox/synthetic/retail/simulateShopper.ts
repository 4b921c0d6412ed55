import type { Random } from '../random';
import { drawTime, type Season } from '../seasons';
import type { SimulatedEvent } from '../simulateUser';

/** The index of an event's type here is its kind. */
export const retailEventTypes = [
  'web.webpagedetails.pageViews',
  'commerce.productListViews',
  'commerce.productViews',
  'commerce.productListAdds',
  'commerce.productListRemovals',
  'commerce.saveForLaters',
  'commerce.checkouts',
  'commerce.purchases',
  'location.entry',
  'directMarketing.emailSent',
  'directMarketing.emailOpened',
  'directMarketing.emailClicked',
] as const;

/** How a visit came about; the detail of each of its events. */
export const visitOrigins = ['direct', 'search', 'social', 'email', 'store'] as const;

export const retailWeeks = 52;
/** A visit is about this many products at most: an event's `about` has a bit for each. */
export const mostProducts = 12;

const minute = 60_000;
const span = retailWeeks * 7 * 24 * 60 * minute;

/** People shop at weekends, in the evening and before Christmas. */
const season: Season = {
  months: [0.75, 0.7, 0.8, 0.85, 0.9, 0.85, 0.8, 0.8, 0.9, 1, 1.5, 1.8],
  weekdays: [1.25, 0.95, 0.9, 0.9, 0.95, 1.1, 1.3],
  hours: [
    0.25, 0.15, 0.1, 0.08, 0.08, 0.12, 0.25, 0.45, 0.6, 0.75, 0.85, 0.9, 1, 0.95, 0.85, 0.85, 0.9, 1, 1.1,
    1.2, 1.3, 1.2, 0.85, 0.5,
  ],
};

/** A shopper: how often they come, and how easily they buy. */
interface Shopper {
  readonly random: Random;
  readonly buys: number;
}

/** A year of one shopper, in order of time. */
export function simulateShopper(random: Random, start: number): readonly SimulatedEvent[] {
  const shopper = { random, buys: 0.12 + 0.5 * random.uniform() ** 2 };
  const events: SimulatedEvent[] = [];
  let visit = 0;
  const visits = random.poisson(Math.min(60, 3 + random.exponential(6)));
  for (; visit < visits; visit++) {
    const at = drawTime(random, season, start, span);
    const origin = random.uniform();
    if (origin < 0.07) events.push(...storeVisit(shopper, at, visit));
    else events.push(...webVisit(shopper, at, { visit, detail: origin < 0.5 ? 0 : origin < 0.8 ? 1 : 2 }));
  }
  for (let mails = random.poisson(14); mails > 0; mails--) {
    events.push(...mail(shopper, Math.floor(random.uniform() * span), visit++));
  }
  return events.sort((left, right) => left.at - right.at);
}

function mail(shopper: Shopper, sent: number, visit: number): readonly SimulatedEvent[] {
  const { random } = shopper;
  const of = { visit, detail: 3 };
  const events = [eventOf('directMarketing.emailSent', sent, of)];
  if (random.uniform() > 0.24) return events;
  const opened = sent + random.exponential(7 * 60 * minute);
  events.push(eventOf('directMarketing.emailOpened', opened, of));
  if (random.uniform() > 0.16) return events;
  const clicked = opened + random.exponential(2 * minute);
  events.push(eventOf('directMarketing.emailClicked', clicked, of));
  return [...events, ...webVisit(shopper, clicked + 2_000, of)];
}

function storeVisit({ random }: Shopper, entered: number, visit: number): readonly SimulatedEvent[] {
  const of = { visit, detail: 4 };
  const entry = eventOf('location.entry', entered, of);
  if (random.uniform() > 0.45) return [entry];
  const about = (1 << (1 + Math.min(4, random.poisson(1.2)))) - 1;
  return [
    entry,
    eventOf('commerce.purchases', entered + minute + random.exponential(15 * minute), { ...of, about }),
  ];
}

interface Visit {
  readonly visit: number;
  readonly detail: number;
}

function webVisit(shopper: Shopper, begun: number, of: Visit): readonly SimulatedEvent[] {
  const { random } = shopper;
  const events = [eventOf('web.webpagedetails.pageViews', begun, of)];
  let at = begun;
  let cart = 0;
  const next = (type: RetailEventType, mean: number, about: number): void => {
    at += 1_000 + random.exponential(mean);
    events.push(eventOf(type, at, { ...of, about }));
  };
  if (random.uniform() < 0.55) next('commerce.productListViews', 20_000, 0);
  const products = Math.min(mostProducts, random.poisson(2.1));
  for (let index = 0; index < products; index++) {
    const product = 1 << index;
    next('commerce.productViews', 45_000, product);
    const choice = random.uniform();
    if (choice < shopper.buys) {
      next('commerce.productListAdds', 25_000, product);
      cart |= product;
    } else if (choice > 0.95) next('commerce.saveForLaters', 20_000, product);
  }
  if (cart === 0) return events;
  if (random.uniform() < 0.08) {
    next('commerce.productListRemovals', 30_000, cart & -cart);
    cart &= cart - 1;
  }
  if (cart === 0 || random.uniform() > 0.62) return events;
  next('commerce.checkouts', 60_000, cart);
  if (random.uniform() < 0.71) next('commerce.purchases', 90_000, cart);
  return events;
}

type RetailEventType = (typeof retailEventTypes)[number];

function eventOf(type: RetailEventType, at: number, of: Visit & { readonly about?: number }): SimulatedEvent {
  return { ...of, type: retailEventTypes.indexOf(type), at: Math.floor(at) };
}
