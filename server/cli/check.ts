import { relative, resolve, sep } from 'node:path';
import type { Workspace } from '../analysis/workspace/workspace';
import { formatCount } from '../protocol/formatCount';
import { LineIndex } from '../base/lineIndex';
import type { TextRange } from '../base/textRange';
import type { RelatedPlace } from '../features/diagnostics/diagnostic';
import { diagnostics } from '../features/diagnostics/diagnostics';
import { defaultOptions, type DiagnosticOptions } from '../features/diagnostics/options';
import { exitCode, UsageError, type Command } from './commandHost';
import { catalogFinder } from './findCatalog';
import { workspaceFinder } from './findWorkspace';
import type { Finding, FindingPlace, FormatFindings } from './findings/finding';
import { githubFindings } from './findings/githubFindings';
import { jsonFindings } from './findings/jsonFindings';
import { sarifFindings } from './findings/sarifFindings';
import { textFindings } from './findings/textFindings';
import { oneOf, readArguments } from './readArguments';
import { sqlFiles } from './sqlFiles';

const formats = {
  text: textFindings,
  json: jsonFindings,
  sarif: sarifFindings,
  github: githubFindings,
} satisfies Record<string, FormatFindings>;
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

export const checkCommand: Command = {
  name: 'check',
  summary: 'Report what is wrong in feature SQL, as the editor does',
  usage: `Usage: feature-sql check [options] PATH...

Prints the findings of files, and of all *.fsql and *.feature.sql files within folders. Tables, views and models
that other files make are known: those of the files given, and of the project around each file, which is the
nearest folder above it that has a folder .feature-sql.

      --catalog FILE       the catalog to check against (default: .feature-sql/catalog.json in the nearest folder
                           above each file)
      --format FORMAT      text (default), json, sarif or github
      --restricted-labels LIST
                           the usage labels that must not reach the rows of a query
                           (default ${defaultOptions.restrictedLabels.join(',')}; '' for none)

Exit code: 0 no errors (warnings do not count), 1 some errors, 2 wrong usage or unreadable input.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      catalog: { type: 'string' },
      format: { type: 'string', default: 'text' },
      'restricted-labels': { type: 'string', default: defaultOptions.restrictedLabels.join(',') },
    });
    const format = formats[oneOf('--format', values.format, formatNames)];
    if (positionals.length === 0) throw new UsageError('Give the files or folders to check');
    const files = await sqlFiles(positionals);
    const workspaceOf = workspaceFinder(catalogFinder(values.catalog), files);
    const options = { ...defaultOptions, restrictedLabels: labelsOf(values['restricted-labels']) };
    const findings: Finding[] = [];
    for (const file of files) findings.push(...fileFindings(file, await workspaceOf(file), options));
    await host.stdout.write(format(findings));
    host.stderr.line(summary(findings, files.length));
    return findings.some((finding) => finding.severity === 'error') ? exitCode.failed : exitCode.done;
  },
};

function labelsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

function fileFindings(file: string, workspace: Workspace, options: DiagnosticOptions): readonly Finding[] {
  const model = workspace.glance(resolve(file));
  if (!model) return [];
  const lines = new LineIndex(model.tree.text);
  return diagnostics(model, options).map(({ range, severity, code, message, related }) => ({
    ...placeIn(file, lines, range),
    ...{ severity, code, message },
    related: related.map((place) => ({ ...relatedPlace(file, lines, place), message: place.message })),
  }));
}

function placeIn(file: string, lines: LineIndex, range: TextRange): FindingPlace {
  return { file, lines, start: lines.position(range.start), end: lines.position(range.end) };
}

/** Other files are named from where the command runs. */
function relatedPlace(file: string, lines: LineIndex, { range, file: other }: RelatedPlace): FindingPlace {
  if (!other) return placeIn(file, lines, range);
  const name = relative(process.cwd(), other.uri).split(sep).join('/');
  return placeIn(name, new LineIndex(other.text), range);
}

function summary(findings: readonly Finding[], files: number): string {
  if (findings.length === 0) return `No problems in ${formatCount(files, 'file')}`;
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    ...(['error', 'warning'] as const).map((severity) => formatCount(count(severity), severity)),
    ...(count('information') + count('hint') > 0
      ? [formatCount(count('information') + count('hint'), 'remark')]
      : []),
  ];
  return `${counts.join(', ')} in ${formatCount(files, 'file')}`;
}
