/** A date, with or without a time, that is in no calendar or on no clock. Other texts, such as `tomorrow`, are left alone. */
export function isImpossibleTime(text: string): boolean {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?|$)/.exec(text);
  if (!match) return false;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (!year || !month || !day || month > 12 || day > daysOf(year, month)) return true;
  return hour > 23 || minute > 59 || second > 59;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
