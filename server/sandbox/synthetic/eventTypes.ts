/** A kind of event of the simulated shop, with the figures of the documented propensity use case. */
export interface EventType {
  readonly name: string;
  /** Mean number of events a week: for each user, or for each event of `after`. */
  readonly weeklyRate: number;
  /** What an event of this kind adds to the chance that the user subscribes. */
  readonly propensityDelta: number;
  /** Mean delay after the event that led to this one. */
  readonly delayHours: number;
  /** The kind of event that leads to this one. */
  readonly after?: string;
  /** It also happens with no event before it. */
  readonly spontaneous: boolean;
}

/** In the order in which the simulation draws them: causes before their effects. */
export const eventTypes: readonly EventType[] = [
  spontaneous('advertising.impressions', 0.1, 0.001),
  following('advertising.clicks', 0.01, 0.002, 0.5, 'advertising.impressions'),
  spontaneous('directMarketing.emailSent', 0.5, 0.005),
  following('directMarketing.emailOpened', 0.2, 0.02, 24, 'directMarketing.emailSent'),
  following('directMarketing.emailClicked', 0.05, 0.1, 0.5, 'directMarketing.emailOpened'),
  {
    ...following('web.webpagedetails.pageViews', 0.1, 0.005, 0.1, 'directMarketing.emailClicked'),
    spontaneous: true,
  },
  following('web.webinteraction.linkClicks', 0.05, 0.005, 0.1, 'web.webpagedetails.pageViews'),
  following('commerce.productViews', 0.05, 0.005, 0.2, 'web.webpagedetails.pageViews'),
  following('decisioning.propositionDisplay', 0.05, 0.005, 0.1, 'web.webpagedetails.pageViews'),
  following('commerce.purchases', 0.01, 0.1, 1, 'commerce.productViews'),
  following('decisioning.propositionInteract', 0.01, 0.1, 0.05, 'decisioning.propositionDisplay'),
  following('decisioning.propositionDismiss', 0.01, -0.2, 0.05, 'decisioning.propositionDisplay'),
];

/** The outcome that the use case predicts: the user fills in the subscription form. */
export const subscription = 'web.formFilledOut';

/** All event types that the generator writes; an event's kind is its index here. */
export const eventTypeNames: readonly string[] = [...eventTypes.map((type) => type.name), subscription];

function spontaneous(name: string, weeklyRate: number, propensityDelta: number): EventType {
  return { name, weeklyRate, propensityDelta, delayHours: 0, spontaneous: true };
}

function following(
  name: string,
  weeklyRate: number,
  propensityDelta: number,
  delayHours: number,
  after: string,
): EventType {
  return { name, weeklyRate, propensityDelta, delayHours, after, spontaneous: false };
}
