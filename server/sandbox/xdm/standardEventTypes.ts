/** Values of `eventType` that the ExperienceEvent class knows; others may occur. */
export const standardEventTypes: readonly string[] = [
  ...inArea(
    'advertising',
    'completes timePlayed federated clicks conversions firstQuartiles impressions midpoints',
  ),
  ...inArea('advertising', 'starts thirdQuartiles'),
  ...inArea('application', 'close launch'),
  ...inArea('web', 'webpagedetails.pageViews webinteraction.linkClicks formFilledOut'),
  ...inArea('commerce', 'checkouts productListAdds productListOpens productListRemovals productListReopens'),
  ...inArea('commerce', 'productListViews productViews purchases saveForLaters'),
  ...inArea('decisioning', 'propositionDisplay propositionInteract propositionSend propositionDismiss'),
  ...inArea('decisioning', 'propositionTrigger'),
  ...inArea('delivery', 'feedback'),
  ...inArea('message', 'feedback tracking renderingData'),
  ...inArea('pushTracking', 'applicationOpened customAction'),
  ...inArea('directMarketing', 'emailBounced emailBouncedSoft emailDelivered emailUnsubscribed emailOpened'),
  ...inArea('directMarketing', 'emailClicked emailSent'),
  ...inArea('inappmessageTracking', 'dismiss display interact'),
  ...inArea('location', 'entry exit'),
];

function inArea(area: string, events: string): readonly string[] {
  return events.split(' ').map((event) => `${area}.${event}`);
}
