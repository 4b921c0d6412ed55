import type { StatementInfo, TextPosition, TextRange } from '../../server/protocol/language';

/** A piece of a document that can be sent as one statement. */
export interface StatementText {
  readonly sql: string;
  readonly range: TextRange;
}

/**
 * What a selection runs: the statements inside it when it holds two or more whole ones, else its text, so that
 * a part of a statement, such as a subquery, can be run alone.
 */
export function statementsOfSelection(
  text: string,
  selection: TextRange,
  statements: readonly StatementInfo[],
): readonly StatementText[] {
  const whole = statements.filter((each) => contains(selection, each.range));
  if (whole.length > 1) return whole;
  const trimmed = trimStatement(text, selection.start);
  return trimmed ? [trimmed] : [];
}

/** Without the blanks around it and the semicolons at its end; undefined when nothing is left. */
export function trimStatement(text: string, start: TextPosition): StatementText | undefined {
  const lead = text.length - text.trimStart().length;
  const sql = text.slice(lead).replace(/[\s;]+$/, '');
  if (sql === '') return undefined;
  return { sql, range: { start: placeOf(text, lead, start), end: placeOf(text, lead + sql.length, start) } };
}

/** The place in the document of an offset into a text that begins at `start` there. */
export function placeOf(text: string, offset: number, start: TextPosition): TextPosition {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before[before.length - 1] as string;
  return {
    line: start.line + before.length - 1,
    character: before.length === 1 ? start.character + last.length : last.length,
  };
}

function contains(outer: TextRange, inner: TextRange): boolean {
  return isBeforeOrAt(outer.start, inner.start) && isBeforeOrAt(inner.end, outer.end);
}

export function isBeforeOrAt(a: TextPosition, b: TextPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
