import type { AnalyzedStatement, FileModel } from '../../analysis/analyzeFile';
import type { StatementModel } from '../../analysis/model';
import type { TextRange } from '../../base/textRange';
import { closestName } from '../names/closestName';
import { diagnosticCodes, type Diagnostic, type DiagnosticCode, type RelatedPlace } from './diagnostic';
import { ignoreComments, type IgnoreComment } from './ignoreComments';
import { missingSemicolonDiagnostics } from './missingSemicolons';
import { defaultOptions, type DiagnosticOptions } from './options';
import type { RelatedStep } from './rule';
import { rules } from './rules';

/** Every diagnostic of a file, in order of place. */
export function diagnostics(
  file: FileModel,
  options: DiagnosticOptions = defaultOptions,
): readonly Diagnostic[] {
  const found = file.statements.flatMap((statement) =>
    statementDiagnostics(statement, file, options).map((each) => placed(each, file, statement.offset)),
  );
  const between = missingSemicolonDiagnostics(file.tree, options);
  const kept = withoutIgnored([...found, ...between], ignoreComments(file.tree), options);
  return kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Offsets count in the statement's text, so that the answer holds wherever the statement moves. */
interface Unplaced extends Omit<Diagnostic, 'related'> {
  readonly related: readonly RelatedStep[];
}

interface Cached {
  readonly options: DiagnosticOptions;
  readonly found: readonly Unplaced[];
}

const cache = new WeakMap<StatementModel, Cached>();

function statementDiagnostics(
  { model, before }: AnalyzedStatement,
  { catalog, elsewhere }: FileModel,
  options: DiagnosticOptions,
): readonly Unplaced[] {
  const cached = cache.get(model);
  if (cached?.options === options) return cached.found;
  const madeTables = () => [
    ...Array.from(before.definitions(), ({ name }) => name),
    ...elsewhere.names('table'),
  ];
  const found = rules.flatMap((rule) => {
    const chosen = options.severity[rule.code];
    if (chosen === 'off') return [];
    return Array.from(rule.check({ model, catalog, options, madeTables }), (finding): Unplaced => ({
      range: finding.range,
      severity: chosen ?? finding.severity ?? rule.severity,
      code: rule.code,
      message: finding.message,
      fixes: finding.fixes ?? [],
      related: finding.related ?? [],
    }));
  });
  cache.set(model, { options, found });
  return found;
}

function placed(found: Unplaced, file: FileModel, offset: number): Diagnostic {
  return {
    ...found,
    range: moved(found.range, offset),
    fixes: found.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ range, text }) => ({ range: moved(range, offset), text })),
    })),
    related: found.related.flatMap((step) => placedStep(step, file, offset)),
  };
}

/** A step in the file, in the last statement of that text that begins no later, or in another file. */
function placedStep(
  { statement, range, message }: RelatedStep,
  { tree, elsewhere }: FileModel,
  offset: number,
): readonly RelatedPlace[] {
  const home = tree.statements.findLast((each) => each.statement === statement && each.offset <= offset);
  if (home) return [{ range: moved(range, home.offset), message }];
  const foreign = elsewhere.placeOf(statement);
  if (!foreign) return [];
  const { uri, text } = foreign;
  return [{ range: moved(range, foreign.offset), message, file: { uri, text } }];
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function withoutIgnored(
  found: readonly Diagnostic[],
  comments: readonly IgnoreComment[],
  options: DiagnosticOptions,
): Diagnostic[] {
  const used = new Map<IgnoreComment, Set<string>>(comments.map((comment) => [comment, new Set()]));
  const kept = found.filter((diagnostic) => {
    let silenced = false;
    for (const [comment, codes] of used) {
      if (!comment.codes.includes(diagnostic.code) || !covers(comment, diagnostic)) continue;
      codes.add(diagnostic.code);
      silenced = true;
    }
    return !silenced;
  });
  return [...kept, ...unusedIgnores(used, options)];
}

function covers({ silences }: IgnoreComment, { range }: Diagnostic): boolean {
  return silences !== undefined && silences.start <= range.start && range.start <= silences.end;
}

/**
 * An ignore comment that silences nothing.
 *
 * Why: it hides the next real finding of that code, or was meant to hide one and does not.
 * What to do: remove it or the code that it need not name, mend the code's spelling, or put an `ignore-file` above the
 * first statement. A code that is off in the settings may be ignored all the same.
 */
function unusedIgnores(
  used: ReadonlyMap<IgnoreComment, ReadonlySet<string>>,
  options: DiagnosticOptions,
): readonly Diagnostic[] {
  const code: DiagnosticCode = 'unused-ignore';
  const severity = options.severity[code] ?? 'warning';
  if (severity === 'off') return [];
  return [...used].flatMap(([comment, codes]) =>
    complaints(comment, codes, options).map((message) => {
      return { range: comment.range, severity, code, message, fixes: [], related: [] };
    }),
  );
}

function complaints(
  { codes, silences }: IgnoreComment,
  used: ReadonlySet<string>,
  options: DiagnosticOptions,
): readonly string[] {
  if (codes.length === 0) return ['This comment names no code and ignores nothing'];
  if (!silences) return ['ignore-file counts above the first statement only: here it ignores nothing'];
  return codes
    .filter((code) => !used.has(code) && options.severity[code as DiagnosticCode] !== 'off')
    .map((code) => {
      if ((diagnosticCodes as readonly string[]).includes(code))
        return `Nothing here is reported as ${code}: the comment ignores nothing`;
      const meant = closestName(code, diagnosticCodes);
      return `There is no code ${code}: the comment ignores nothing${meant ? `. Did you mean ${meant}?` : ''}`;
    });
}
