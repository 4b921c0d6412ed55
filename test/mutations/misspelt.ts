import type { Random } from '../support/random';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A slip of the pen in a name, of which nothing of the kind exists; its quotes are kept. */
export function misspelt(name: string, taken: ReadonlySet<string>, random: Random): string {
  const quote = /^[`"@]/.exec(name)?.[0] ?? '';
  const end = quote === '@' ? '' : quote;
  const plain = name.slice(quote.length, name.length - end.length);
  for (let tries = 0; ; tries++) {
    const other = tries < 50 ? slip(plain, random) : `${plain}${random.pick([...letters])}${tries}`;
    const isName = /^[A-Za-z_]\w*$/.test(other) || quote === '`';
    if (isName && !taken.has(other.toLowerCase())) return `${quote}${other}${end}`;
  }
}

function slip(name: string, random: Random): string {
  const at = random.below(name.length);
  const letter = random.pick([...letters]);
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + letter + name.slice(at);
    case 1:
      return name.slice(0, at) + letter + name.slice(at + 1);
    case 2:
      return name.slice(0, at) + name.slice(at + 1);
    default:
      return name.slice(0, at) + (name[at + 1] ?? letter) + (name[at] ?? '') + name.slice(at + 2);
  }
}
