import { printer as docPrinter } from 'prettier/doc';
import type { TextEdit } from '../../base/textEdit';
import type { TextRange } from '../../base/textRange';
import type { NodeKind } from '../../sql/nodeKind';
import type { PlacedStatement, Statement, SyntaxTree } from '../../sql/tree';
import { lineBreaks } from './comments';
import { expressionLayouts } from './layouts/expression';
import { queryLayouts } from './layouts/query';
import { statementLayouts } from './layouts/statement';
import { defaultFormatOptions, type FormatOptions } from './options';
import { type Layout, Printer } from './printer';
import { hasSameTokens } from './sameTokens';

const layouts: ReadonlyMap<NodeKind, Layout> = new Map([
  ...queryLayouts,
  ...expressionLayouts,
  ...statementLayouts,
]);

/**
 * The edits that lay out a file, or the statements that a range touches. A statement with a syntax error is left
 * as it is.
 */
export function format(
  tree: SyntaxTree,
  options: FormatOptions = defaultFormatOptions,
  range?: TextRange,
): readonly TextEdit[] {
  const lineEnd = tree.text.includes('\r\n') ? '\r\n' : '\n';
  return tree.statements.flatMap((placed, at) => {
    if (range && !overlaps(placed, range)) return [];
    const text = formatStatement(placed.statement, options, at === 0)?.replaceAll('\n', lineEnd);
    if (text === undefined || text === placed.statement.text) return [];
    const { offset, statement } = placed;
    return [{ range: { start: offset, end: offset + statement.text.length }, text }];
  });
}

function overlaps({ offset, statement }: PlacedStatement, range: TextRange): boolean {
  const { starts } = statement.tokens;
  const first = offset + (starts[statement.root.first] as number);
  return first <= range.end && range.start < offset + statement.text.length;
}

/** The statement laid out with `\n` for each line end, or undefined where it stays as it is. */
function formatStatement(statement: Statement, options: FormatOptions, isFirst: boolean): string | undefined {
  const { root, problems, tokens } = statement;
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  if (root.end === 0) return undefined;
  const printer = new Printer(statement, options, layouts);
  const body = printed(printer, options);
  const head = isFirst ? '' : '\n'.repeat(Math.min(2, Math.max(1, lineBreaks(textUpToFirst(statement)))));
  const lines = [body, ...printer.dangling.map(({ text, afterBlank }) => `${afterBlank ? '\n' : ''}${text}`)];
  const ends = lineBreaks(statement.text.slice(statement.text.trimEnd().length)) > 0;
  const text = head + lines.join('\n') + (ends ? '\n' : '');
  return tokens.count > 0 && hasSameTokens(statement, text) ? text : undefined;
}

/** The white space before the statement's first token or comment. */
function textUpToFirst({ text }: Statement): string {
  return text.slice(0, text.length - text.trimStart().length);
}

function printed(printer: Printer, options: FormatOptions): string {
  return docPrinter.printDocToString(printer.print(printer.statement.root), {
    printWidth: options.width,
    tabWidth: options.indent,
    useTabs: false,
  }).formatted;
}
