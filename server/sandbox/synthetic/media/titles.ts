/** How many titles there are to watch. */
export const titles = 360;

const lengths = [22 * 60, 44 * 60, 52 * 60, 95 * 60, 118 * 60];

/** How long a title is, in seconds. */
export function lengthOf(title: number): number {
  return lengths[title % lengths.length] as number;
}

const shows = [
  'Harbour Lights',
  'The Long Way Up',
  'Northern Kitchen',
  'Second Shift',
  'Tide and Time',
  'Paper Cities',
];
const genres = ['drama', 'documentary', 'comedy', 'crime', 'children', 'sports'];

/** SQL for the details of the title whose number is in `about`, as XDM has them. */
export const sessionDetails = `{
  name: concat('title-', lpad(CAST(about AS VARCHAR), 4, '0')),
  friendlyName: concat([${quotedList(shows)}][1 + about % ${shows.length}], ' ', 1 + about // ${shows.length}),
  length: [${lengths.join(', ')}][1 + about % ${lengths.length}],
  contentType: CASE WHEN about % 29 = 0 THEN 'live' ELSE 'vod' END,
  streamType: 'video',
  playerName: concat('acme-', used.type),
  channel: CASE WHEN about % 29 = 0 THEN 'Acme One' END,
  "show": CASE WHEN about % ${lengths.length} < 3 THEN [${quotedList(shows)}][1 + about % ${shows.length}] END,
  season: CASE WHEN about % ${lengths.length} < 3 THEN CAST(1 + about // 60 AS VARCHAR) END,
  episode: CASE WHEN about % ${lengths.length} < 3 THEN CAST(1 + (about // ${shows.length}) % 10 AS VARCHAR) END,
  genre: [${quotedList(genres)}][1 + (about // 7) % ${genres.length}],
  network: CASE WHEN about % 3 = 0 THEN 'Acme Originals' END,
  rating: ['all', '6', '12', '16'][1 + about % 4],
  isResumed: CASE WHEN visit_random % 9 = 0 THEN 'true' ELSE 'false' END
}`;

function quotedList(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
