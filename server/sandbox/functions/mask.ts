/** Other signs for upper case letters, lower case letters, digits and the rest; `undefined` leaves them. */
export function mask(
  text: string | undefined,
  upper: string | undefined,
  lower: string | undefined,
  digit: string | undefined,
  other: string | undefined,
): string | undefined {
  return text?.replace(/./gsu, (letter) => {
    if (/\p{Lu}/u.test(letter)) return upper ?? letter;
    if (/\p{Ll}/u.test(letter)) return lower ?? letter;
    return (/\p{Nd}/u.test(letter) ? digit : other) ?? letter;
  });
}
