import type { FormatFindings } from './finding';

/** One array; lines and characters count from 0, as in the language server protocol. */
export const jsonFindings: FormatFindings = (findings) => {
  const entries = findings.map(({ file, start, end, severity, code, message }) => ({
    file,
    range: { start, end },
    severity,
    code,
    message,
  }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
};
