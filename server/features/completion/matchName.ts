/** How well typed letters fit a name: 0 is best; `undefined` when they do not fit. */
export function matchName(typed: string, name: string): number | undefined {
  if (typed === '') return 0;
  const wanted = typed.toLowerCase();
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return lower.length === wanted.length ? 0 : 1;
  if (startsWord(wanted, lower, name)) return 2;
  if (wanted.length > 1 && matchesHumps(wanted, name)) return 3;
  if (wanted.length > 2 && lower.includes(wanted)) return 4;
  return wanted.length > 2 && isSubsequence(wanted, lower) ? 6 : undefined;
}

/** The letters begin a word of the name: `view` in `pageViews` or `page_view`. */
function startsWord(wanted: string, lower: string, name: string): boolean {
  for (let at = lower.indexOf(wanted, 1); at > 0; at = lower.indexOf(wanted, at + 1)) {
    const before = name[at - 1] as string;
    const first = name[at] as string;
    if (/[^A-Za-z0-9]/.test(before) || (/[a-z0-9]/.test(before) && /[A-Z]/.test(first))) return true;
  }
  return false;
}

/** The letters are the first ones of the name's words: `wpd` for `webPageDetails`. */
function matchesHumps(wanted: string, name: string): boolean {
  const humps = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  return humps
    .map((hump) => hump[0] ?? '')
    .join('')
    .toLowerCase()
    .startsWith(wanted);
}

function isSubsequence(wanted: string, lower: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = lower.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
