/** Digits of the letters from A on; vowels are 0, and 7 is for the letters that part nothing (H and W). */
const digits = '01230127022455012623017202';

/** The sound of an English word: its first letter and three digits. What starts with no letter stays as it is. */
export function soundex(word: string): string {
  const letters = word.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const first = letters.charAt(0);
  if (!isLetter(first)) return word;
  let sound = first;
  let last = digitOf(first);
  for (const letter of letters.slice(1)) {
    if (!isLetter(letter)) {
      last = '0';
      continue;
    }
    const digit = digitOf(letter);
    if (digit === '7') continue;
    if (digit !== '0' && digit !== last) sound += digit;
    last = digit;
    if (sound.length === 4) break;
  }
  return sound.padEnd(4, '0');
}

function isLetter(letter: string): boolean {
  return letter >= 'A' && letter <= 'Z';
}

function digitOf(letter: string): string {
  return digits.charAt(letter.charCodeAt(0) - 65);
}
