import { excerpt } from '../excerpt';
import type { FormatFindings } from './finding';

/** `file:line:column: severity: message (code)` and the line that it is about. */
export const textFindings: FormatFindings = (findings) =>
  findings
    .map(({ file, lines, start, severity, code, message }) => {
      const head = `${file}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} (${code})`;
      return [head, ...excerpt(lines, start)].map((line) => `${line}\n`).join('');
    })
    .join('');
