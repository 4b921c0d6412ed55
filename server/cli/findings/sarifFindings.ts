import type { Finding, FindingPlace, FormatFindings } from './finding';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** The Static Analysis Results Interchange Format, version 2.1.0. */
export const sarifFindings: FormatFindings = (findings) => {
  const codes = [...new Set(findings.map((finding) => finding.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'feature-sql', rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function result(finding: Finding): unknown {
  const { severity, code, message, related } = finding;
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place) => ({
        physicalLocation: physicalLocation(place),
        message: { text: place.message },
      })),
    }),
  };
}

function physicalLocation({ file, start, end }: FindingPlace) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { artifactLocation: { uri: encodeURI(file) }, region };
}
