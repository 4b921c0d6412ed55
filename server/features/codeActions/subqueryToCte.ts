import { nameOf, quoted } from '../../analysis/names';
import { ancestorOf, childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, rangeOf, textOf, type Statement } from '../../sql/tree';
import { nodeAtCursor } from '../names/nameAt';
import { changedStatement } from './changedStatement';
import { editIn, type ActionContext, type CodeAction } from './codeAction';
import { sameResult } from './sameResult';
import { freeName, tableNames } from './tableNames';

/** A subquery of FROM as a named query before the whole one. */
export function* subqueryToCte(context: ActionContext): Generator<CodeAction> {
  const { placed, range } = context;
  const { statement } = placed;
  const node = nodeAtCursor(statement, range.start);
  const derived = node && ancestorOf(node, K.DerivedTable);
  const query = derived && childOf(derived, K.Query);
  const place = derived && placeForCte(derived);
  if (!derived || !query || !place || isSpecial(statement, derived)) return;
  if (!isAtEdge(statement, query, range.start)) return;
  const alias = childOf(derived, K.TableAlias);
  const aliasName = alias && childOf(alias, K.Name);
  const wanted = aliasName ? nameOf(statement, aliasName) : 'subquery';
  const name = freeName(wanted, tableNames(placed.model));
  const keeps = aliasName && name !== wanted ? ` ${textOf(statement, aliasName)}` : '';
  const { start, end } = rangeOf(statement, derived);
  const cte = `${quoted(name)} AS (${bracketed(statement, derived, query)})`;
  const edits = [cteEdit(context, place, cte), editIn(placed, start, end, `${quoted(name)}${keeps}`)];
  if (!sameResult(placed.model, changedStatement(context, edits))) return;
  yield { title: `Move the subquery to WITH as ${name}`, kind: 'refactor.extract', edits };
}

/** The cursor is at the beginning of the subquery, or behind it: within, it is about other things. */
function isAtEdge(statement: Statement, query: SyntaxNode, offset: number): boolean {
  const firstWord = statement.tokens.starts[query.first + 1] as number;
  return offset <= firstWord || offset >= rangeOf(statement, query).end;
}

/** It sees its neighbours, is sampled, or gets new names for its columns. */
function isSpecial(statement: Statement, derived: SyntaxNode): boolean {
  const alias = childOf(derived, K.TableAlias);
  return (
    ownToken(statement, derived, T.LATERAL) >= 0 ||
    childOf(derived, K.SampleClause) !== undefined ||
    (alias !== undefined && childOf(alias, K.ColumnList) !== undefined)
  );
}

/** What stands between the brackets of the subquery. */
function bracketed(statement: Statement, derived: SyntaxNode, query: SyntaxNode): string {
  const open = ownToken(statement, derived, T.OpenParen);
  const close = ownToken(statement, derived, T.CloseParen);
  const { starts } = statement.tokens;
  if (open < 0 || close < 0) return textOf(statement, query);
  return statement.text.slice(starts[open + 1], starts[close]);
}

/** The named query that holds the subquery, before which the new one stands, or the outermost query around it. */
function placeForCte(derived: SyntaxNode): SyntaxNode | undefined {
  let outermost: SyntaxNode | undefined;
  for (let at = derived.parent; at; at = at.parent) {
    if (at.kind === K.CommonTable) return at;
    if (at.kind === K.Query) outermost = at;
  }
  return outermost;
}

function cteEdit({ placed }: ActionContext, place: SyntaxNode, cte: string): CodeAction['edits'][number] {
  const { statement } = placed;
  const { start } = rangeOf(statement, place);
  if (place.kind === K.CommonTable) return editIn(placed, start, start, `${cte}, `);
  const present = childOf(place, K.WithClause);
  if (present) {
    const { end } = rangeOf(statement, present);
    return editIn(placed, end, end, `, ${cte}`);
  }
  return editIn(placed, start, start, `WITH ${cte}\n`);
}
