import { nameOf } from '../../analysis/names';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, rangeOf, textOf, type Statement } from '../../sql/tree';
import { nodeAtCursor } from '../names/nameAt';
import { changedStatement } from './changedStatement';
import { editIn, type ActionContext, type CodeAction } from './codeAction';
import { sameResult } from './sameResult';

/** A named query that is read once as a subquery where it is read. */
export function* inlineCte(context: ActionContext): Generator<CodeAction> {
  const { placed, range } = context;
  const { statement, model } = placed;
  const node = nodeAtCursor(statement, range.start);
  const common = node && commonTableAt(context, node);
  const clause = common?.parent;
  const query = common && childOf(common, K.Query);
  const name = common && childOf(common, K.Name);
  if (!common || clause?.kind !== K.WithClause || !query || !name) return;
  if (childOf(common, K.ColumnList) || ownToken(statement, clause, T.RECURSIVE) >= 0) return;
  const uses = model.tables.filter(
    ({ meaning }) => meaning.kind === 'definition' && meaning.definition.node === name,
  );
  const [use] = uses;
  const ref = use?.node.parent;
  if (!use || uses.length !== 1 || ref?.kind !== K.TableRef || ref.children.length > 2) return;
  const alias = childOf(ref, K.TableAlias);
  if (ref.children.length === 2 && !alias) return;
  const { start, end } = rangeOf(statement, use.node);
  const inside = textBetweenBrackets(statement, common, query);
  const named = alias ? '' : ` ${textOf(statement, use.node)}`;
  const edits = [withoutCte(context, clause, common), editIn(placed, start, end, `(${inside})${named}`)];
  if (!sameResult(model, changedStatement(context, edits))) return;
  yield { title: `Put ${nameOf(statement, name)} where it is read`, kind: 'refactor.inline', edits };
}

/** The named query whose name is here, be it where it is made or where it is read. */
function commonTableAt({ placed }: ActionContext, node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind !== K.Name) return undefined;
  if (node.parent?.kind === K.CommonTable) return node.parent;
  const meaning = placed.model.tables.find((use) => use.node === node.parent)?.meaning;
  const isCte = meaning?.kind === 'definition' && meaning.definition.kind === 'cte';
  return isCte ? ancestorOf(meaning.definition.node, K.CommonTable) : undefined;
}

function textBetweenBrackets(statement: Statement, common: SyntaxNode, query: SyntaxNode): string {
  const open = ownToken(statement, common, T.OpenParen);
  const close = ownToken(statement, common, T.CloseParen);
  const { starts } = statement.tokens;
  if (open < 0 || close < 0) return textOf(statement, query);
  return statement.text.slice(starts[open + 1], starts[close]);
}

/** Takes the named query away with its comma, and WITH when it was the only one. */
function withoutCte(
  { placed }: ActionContext,
  clause: SyntaxNode,
  common: SyntaxNode,
): CodeAction['edits'][number] {
  const { statement } = placed;
  const all = childrenOf(clause, K.CommonTable);
  const at = all.indexOf(common);
  const { start, end } = rangeOf(statement, common);
  const next = all[at + 1];
  const before = all[at - 1];
  if (next) return editIn(placed, start, rangeOf(statement, next).start, '');
  if (before) return editIn(placed, rangeOf(statement, before).end, end, '');
  const rest = /^\s*/.exec(statement.text.slice(end))?.[0] ?? '';
  return editIn(placed, rangeOf(statement, clause).start, end + rest.length, '');
}
