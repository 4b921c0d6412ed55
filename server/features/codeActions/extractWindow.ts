import { nameOf } from '../../analysis/names';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, type TokenKind } from '../../sql/tokenKind';
import { rangeOf, textOf, tokenText, type Statement } from '../../sql/tree';
import { nodeAtCursor } from '../names/nameAt';
import { changedStatement } from './changedStatement';
import { editIn, type ActionContext, type CodeAction } from './codeAction';
import { sameResult } from './sameResult';
import { freeName } from './tableNames';

/** A window that several calls of a select spell out, named once in WINDOW. */
export function* extractWindow(context: ActionContext): Generator<CodeAction> {
  const { placed, range } = context;
  const { statement } = placed;
  const node = nodeAtCursor(statement, range.start);
  const over = node && ancestorOf(node, K.OverClause);
  const spec = over && childOf(over, K.WindowSpec);
  const select = over && ancestorOf(over, K.Select);
  if (!spec || !select || !ancestorOf(over, K.SelectClause)) return;
  const wanted = specText(statement, spec);
  const alike = specsIn(select).filter((each) => specText(statement, each) === wanted);
  if (alike.length < 2) return;
  const clause = childOf(select, K.WindowClause);
  const name = freeName('w', new Set(namesIn(statement, clause)));
  const edits = [
    ...alike.map((each) => {
      const { start, end } = rangeOf(statement, each);
      return editIn(placed, start, end, name);
    }),
    clauseEdit(context, select, clause, `${name} AS ${textOf(statement, spec)}`),
  ];
  if (!keepsCalls(context, edits, alike.length)) return;
  yield { title: `Name the window that ${alike.length} calls share`, kind: 'refactor.extract', edits };
}

/** The paths of all but one of the windows are gone; all else stays. */
function keepsCalls(context: ActionContext, edits: CodeAction['edits'], count: number): boolean {
  const before = context.placed.model;
  const after = changedStatement(context, edits);
  const none = new Map<SyntaxNode, never>();
  const windows = (model: typeof before) =>
    [...model.calls.values()].filter(({ windowed }) => windowed).length;
  return (
    windows(before) === windows(after) &&
    windows(before) >= count &&
    sameResult({ ...before, paths: none }, { ...after, paths: none })
  );
}

/** The windows that the list of a select spells out itself, not those of its subqueries. */
function specsIn(select: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === K.Query) return;
    const spec = node.kind === K.OverClause ? childOf(node, K.WindowSpec) : undefined;
    if (spec) found.push(spec);
    for (const child of node.children) visit(child);
  };
  const list = childOf(select, K.SelectClause);
  if (list) visit(list);
  return found;
}

/** The words of a window, however they are spaced. */
function specText(statement: Statement, { first, end }: SyntaxNode): string {
  const words: string[] = [];
  for (let token = first; token < end; token++) {
    if (!isTrivia(statement.tokens.kinds[token] as TokenKind)) words.push(tokenText(statement, token));
  }
  return words.join(' ').toLowerCase();
}

function namesIn(statement: Statement, clause: SyntaxNode | undefined): readonly string[] {
  return (clause ? childrenOf(clause, K.NamedWindow) : []).flatMap((window) => {
    const name = childOf(window, K.Name);
    return name ? [nameOf(statement, name).toLowerCase()] : [];
  });
}

function clauseEdit(
  { placed }: ActionContext,
  select: SyntaxNode,
  clause: SyntaxNode | undefined,
  window: string,
): CodeAction['edits'][number] {
  const { statement } = placed;
  if (clause) {
    const { end } = rangeOf(statement, clause);
    return editIn(placed, end, end, `, ${window}`);
  }
  const last = select.children.findLast(({ kind }) => kind !== K.QualifyClause) ?? select;
  const { start, end } = rangeOf(statement, last);
  const lineStart = statement.text.lastIndexOf('\n', start - 1) + 1;
  const indent = statement.text.slice(lineStart, start);
  const isOnOwnLine = indent.trim() === '' && lineStart > 0;
  return editIn(placed, end, end, `${isOnOwnLine ? `\n${indent}` : ' '}WINDOW ${window}`);
}
