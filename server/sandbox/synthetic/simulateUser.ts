import { eventTypeNames, eventTypes, subscription } from './eventTypes';
import type { Random } from './random';

export interface SimulatedEvent {
  /** Index into `eventTypeNames`. */
  readonly type: number;
  /** Milliseconds after the start of the window. */
  readonly at: number;
  /** Which of the user's visits the event belongs to; absent where there are none. */
  readonly visit?: number;
  /** What the event is about, in a way that its scenario knows. */
  readonly about?: number;
  /** More about the event, in a way that its scenario knows. */
  readonly detail?: number;
}

export const simulatedWeeks = 10;

const hour = 3_600_000;
const window = simulatedWeeks * 7 * 24 * hour;
const formDelay = 60_000;
const firstPropensity = 0.001;
const subscriptionType = eventTypeNames.indexOf(subscription);

const causeOf = eventTypes.map((type) => eventTypes.findIndex((cause) => cause.name === type.after));
/** Mail and advertising reach the user, who cannot fill in a form there. */
const mayLeadToForm = eventTypes.map((type) => !/^(directMarketing|advertising)\./.test(type.name));

/** The events of one user over the window, in order of time. */
export function simulateUser(random: Random): readonly SimulatedEvent[] {
  const events = drawEvents(random).sort((left, right) => left.at - right.at);
  return withSubscription(random, events);
}

/**
 * Draws the events of each kind. Of the events that lead to a kind only the last one drawn does, and what it leads
 * to replaces what happened by itself: so works the published simulation, and its published counts rest on it.
 */
function drawEvents(random: Random): SimulatedEvent[] {
  const timesOf: number[][] = [];
  for (const [index, type] of eventTypes.entries()) {
    const mean = type.weeklyRate * simulatedWeeks;
    const cause = timesOf[causeOf[index] as number]?.at(-1);
    if (cause !== undefined) {
      timesOf[index] = draw(random.poisson(mean), () => cause + random.exponential(type.delayHours * hour));
    } else {
      timesOf[index] = type.spontaneous ? draw(random.poisson(mean), () => random.uniform() * window) : [];
    }
  }
  return timesOf.flatMap((times, type) => times.map((at) => ({ type, at: Math.floor(at) })));
}

function draw(count: number, time: () => number): number[] {
  return Array.from({ length: count }, time);
}

/** Adds the event of the form where the user's growing propensity leads to it, at most once. */
function withSubscription(random: Random, events: readonly SimulatedEvent[]): readonly SimulatedEvent[] {
  let propensity = firstPropensity;
  for (const event of events) {
    const { propensityDelta } = eventTypes[event.type] as (typeof eventTypes)[number];
    propensity = Math.min(1, Math.max(0, propensity + propensityDelta));
    if (mayLeadToForm[event.type] && random.uniform() < propensity) {
      const form = { type: subscriptionType, at: event.at + formDelay };
      return [...events, form].sort((left, right) => left.at - right.at);
    }
  }
  return events;
}
