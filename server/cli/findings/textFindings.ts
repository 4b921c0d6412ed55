import { excerpt } from '../excerpt';
import type { Finding, FindingPlace, FormatFindings } from './finding';

/** `file:line:column: severity: message (code)` and the line that it is about; then the places that explain it. */
export const textFindings: FormatFindings = (findings) =>
  findings
    .flatMap(textOf)
    .map((line) => `${line}\n`)
    .join('');

function textOf(finding: Finding): readonly string[] {
  const { severity, code, message, related } = finding;
  return [
    ...withExcerpt(finding, `${severity}: ${message} (${code})`),
    ...related.flatMap((place) => withExcerpt(place, `note: ${place.message}`)),
  ];
}

function withExcerpt({ file, lines, start }: FindingPlace, text: string): readonly string[] {
  return [`${file}:${start.line + 1}:${start.character + 1}: ${text}`, ...excerpt(lines, start)];
}
