/** Lines of a crash report of Node.js that tell people nothing. */
const noise = /^\s*(at\s|\^|\}|Node\.js v|node:|throw\s)|^\s*$/;

/** Why a program ended, from the end of what it wrote: the last line that is a sentence about it. */
export function lastWords(lines: readonly string[]): string {
  const telling = lines.filter((line) => !noise.test(line));
  const error = telling.findLast((line) => /^\w*Error:/.test(line));
  return (error ?? telling.at(-1))?.replace(/^\w*Error:\s*/, '').trim() || 'It gave no reason.';
}
