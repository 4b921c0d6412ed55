/** The shortest text that is found by leaving out stretches of `text` while it still fails. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let best = text;
  for (let length = Math.ceil(text.length / 2); length > 0; length = length > 1 ? Math.ceil(length / 2) : 0) {
    for (let at = 0; at + length <= best.length;) {
      const shorter = best.slice(0, at) + best.slice(at + length);
      if (fails(shorter)) best = shorter;
      else at += length;
    }
  }
  return best;
}
