import type { Random } from '../random';
import { drawTime, type Season } from '../seasons';
import type { SimulatedEvent } from '../simulateUser';
import { lengthOf, titles } from './titles';

/** The index of an event's type here is its kind. */
export const mediaEventTypes = [
  'application.launch',
  'media.sessionStart',
  'media.play',
  'media.adBreakStart',
  'media.adStart',
  'media.adComplete',
  'media.adSkip',
  'media.adBreakComplete',
  'media.pauseStart',
  'media.bufferStart',
  'media.error',
  'media.sessionEnd',
  'media.sessionComplete',
  'application.close',
] as const;

export const mediaWeeks = 12;

const second = 1_000;
const minute = 60 * second;
const span = mediaWeeks * 7 * 24 * 60 * minute;
const betweenBreaks = 12 * 60;

/** People watch in the evening, and more when the days are short. */
const season: Season = {
  months: [1.2, 1.1, 1, 0.95, 0.9, 0.8, 0.75, 0.8, 0.9, 1, 1.1, 1.25],
  weekdays: [1.35, 0.9, 0.85, 0.9, 0.95, 1.15, 1.4],
  hours: [
    0.7, 0.4, 0.25, 0.15, 0.1, 0.1, 0.15, 0.25, 0.3, 0.3, 0.3, 0.35, 0.45, 0.45, 0.45, 0.5, 0.6, 0.75, 0.95,
    1.2, 1.4, 1.4, 1.25, 1,
  ],
};

interface Viewer {
  readonly random: Random;
  /** How easily they leave what they watch. */
  readonly restless: number;
  /** The title that they come back to. */
  readonly favourite: number;
}

/** Twelve weeks of one viewer, in order of time; an event's `about` is the title, its `detail` the playhead in seconds. */
export function simulateViewer(random: Random, start: number): readonly SimulatedEvent[] {
  const viewer: Viewer = {
    random,
    restless: 0.1 + 0.6 * random.uniform(),
    favourite: Math.floor(titles * random.uniform() ** 2),
  };
  const events: SimulatedEvent[] = [];
  const sittings = random.poisson(Math.min(40, 1 + random.exponential(6)));
  for (let sitting = 0; sitting < sittings; sitting++) {
    events.push(...sit(viewer, drawTime(random, season, start, span), sitting));
  }
  return events.sort((left, right) => left.at - right.at);
}

/** One launch of the application, with one playback or more; a playback's number is that of its visit. */
function sit(viewer: Viewer, launched: number, sitting: number): readonly SimulatedEvent[] {
  const { random } = viewer;
  const of = { visit: sitting * 8, about: 0, detail: 0 };
  const events = [eventOf('application.launch', launched, of)];
  let at = launched + 20 * second + random.exponential(40 * second);
  const playbacks = 1 + Math.min(6, random.poisson(0.7));
  for (let index = 0; index < playbacks; index++) {
    const about = random.uniform() < 0.5 ? viewer.favourite : Math.floor(titles * random.uniform());
    const played = play(viewer, at, { visit: sitting * 8 + index, about });
    events.push(...played);
    at = (played.at(-1)?.at ?? at) + random.exponential(30 * second);
  }
  return [...events, eventOf('application.close', at + second, of)];
}

function play(
  viewer: Viewer,
  begun: number,
  of: { readonly visit: number; readonly about: number },
): readonly SimulatedEvent[] {
  const { random } = viewer;
  const length = lengthOf(of.about);
  const events: SimulatedEvent[] = [];
  let at = begun;
  let detail = 0;
  const add = (type: MediaEventType, after: number): void => {
    at += after;
    events.push(eventOf(type, at, { ...of, detail }));
  };
  add('media.sessionStart', 0);
  if (random.uniform() < 0.012) {
    add('media.error', 2 * second);
    add('media.sessionEnd', second);
    return events;
  }
  add('media.play', 800 + random.exponential(second));
  for (let next = 0; ; next += betweenBreaks) {
    const stop = Math.min(next, length);
    const stays = random.uniform() > viewer.restless * (next === 0 ? 0.1 : 0.25);
    const watched = stays ? stop - detail : Math.floor(random.uniform() * (stop - detail));
    if (random.uniform() < 0.1) add('media.pauseStart', (watched * second) / 2);
    if (random.uniform() < 0.04) add('media.bufferStart', (watched * second) / 4);
    at += watched * second;
    detail += watched;
    if (!stays || detail >= length) break;
    showAdvertisements(random, add);
  }
  add(detail >= length ? 'media.sessionComplete' : 'media.sessionEnd', second);
  return events;
}

function showAdvertisements(random: Random, add: (type: MediaEventType, after: number) => void): void {
  add('media.adBreakStart', 0);
  for (let left = 1 + random.poisson(0.6); left > 0; left--) {
    add('media.adStart', 200);
    if (random.uniform() < 0.18) add('media.adSkip', 6 * second);
    else add('media.adComplete', 20 * second);
  }
  add('media.adBreakComplete', 100);
}

type MediaEventType = (typeof mediaEventTypes)[number];

function eventOf(
  type: MediaEventType,
  at: number,
  of: { readonly visit: number; readonly about: number; readonly detail: number },
): SimulatedEvent {
  return { ...of, type: mediaEventTypes.indexOf(type), at: Math.floor(at) };
}
