import type { FileModel } from '../../analysis/analyzeFile';
import type { StatementModel } from '../../analysis/model';
import type { Catalog } from '../../catalog/catalog';
import type { Diagnostic, DiagnosticCode, Fix } from './diagnostic';
import { ignoreComments, type IgnoreComment } from './ignoreComments';
import { missingSemicolonDiagnostics } from './missingSemicolons';
import { defaultOptions, type DiagnosticOptions } from './options';
import { rules } from './rules';

/** Every diagnostic of a file, in order of place. */
export function diagnostics(
  file: FileModel,
  options: DiagnosticOptions = defaultOptions,
): readonly Diagnostic[] {
  const found = file.statements.flatMap(({ model, offset }) =>
    statementDiagnostics(model, file.catalog, options).map((each) => moved(each, offset)),
  );
  const between = missingSemicolonDiagnostics(file.tree, options);
  const kept = withoutIgnored([...found, ...between], ignoreComments(file.tree), options);
  return kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

interface Cached {
  readonly options: DiagnosticOptions;
  readonly found: readonly Diagnostic[];
}

const cache = new WeakMap<StatementModel, Cached>();

/** Offsets count in the statement's text, so that the answer holds wherever the statement moves. */
function statementDiagnostics(
  model: StatementModel,
  catalog: Catalog,
  options: DiagnosticOptions,
): readonly Diagnostic[] {
  const cached = cache.get(model);
  if (cached?.options === options) return cached.found;
  const found = rules.flatMap((rule) => {
    const chosen = options.severity[rule.code];
    if (chosen === 'off') return [];
    return Array.from(rule.check({ model, catalog, options }), (finding): Diagnostic => ({
      range: finding.range,
      severity: chosen ?? finding.severity ?? rule.severity,
      code: rule.code,
      message: finding.message,
      fixes: finding.fixes ?? [],
    }));
  });
  cache.set(model, { options, found });
  return found;
}

function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  const { start, end } = diagnostic.range;
  return {
    ...diagnostic,
    range: { start: start + by, end: end + by },
    fixes: diagnostic.fixes.map((fix) => movedFix(fix, by)),
  };
}

function movedFix(fix: Fix, by: number): Fix {
  const edits = fix.edits.map(({ range, text }) => ({
    range: { start: range.start + by, end: range.end + by },
    text,
  }));
  return { title: fix.title, edits };
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
  return silences.start <= range.start && range.start <= silences.end;
}

/**
 * An ignore comment that silences nothing.
 *
 * Why: it hides the next real finding of that code. What to do: remove it, or the code that it need not name.
 */
function unusedIgnores(
  used: ReadonlyMap<IgnoreComment, ReadonlySet<string>>,
  options: DiagnosticOptions,
): readonly Diagnostic[] {
  const code: DiagnosticCode = 'unused-ignore';
  const severity = options.severity[code] ?? 'warning';
  if (severity === 'off') return [];
  return [...used].flatMap(([comment, codes]) =>
    comment.codes
      .filter((each) => !codes.has(each))
      .map((each) => ({
        range: comment.range,
        severity,
        code,
        message: `Nothing here is reported as ${each}: the comment ignores nothing`,
        fixes: [],
      })),
  );
}
