import { isDamaged } from '../../../analysis/isDamaged';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind } from '../../../sql/tokenKind';
import { ownToken, rangeOf, textOf, type Statement } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * An exception handler that only selects a text.
 *
 * Why: the run then ends as a success, and nobody learns that it failed.
 * What to do: write the failure into a table, or pass it on with raise_error.
 *
 *     EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
 *
 * A handler that drops what is half done, or does nothing at all, hides the error as well. Not reported: one that
 * calls raise_error, writes rows, or reads a table.
 */
export const errorSwallowed: Rule = { code: 'error-swallowed', severity: 'warning', check };

function* check({ model }: RuleContext): Generator<Finding> {
  const { statement } = model;
  for (const node of descendants(statement.root)) {
    if (node.kind !== K.ExceptionHandler || ownToken(statement, node, TokenKind.THEN) < 0) continue;
    if (isDamaged(statement, node)) continue;
    const steps = childrenOf(node, K.BlockStatement).flatMap((each) => each.children);
    if (!steps.every((step) => tellsNobody(statement, step))) continue;
    yield {
      range: rangeOf(statement, node),
      message:
        'This handler hides the error: the run ends as a success. Pass it on with raise_error, or record it',
    };
  }
}

function tellsNobody(statement: Statement, step: SyntaxNode): boolean {
  return step.kind === K.Drop || (step.kind === K.QueryStatement && selectsText(statement, step));
}

/** No table is read, nothing is put in later, and no function raises an error. */
function selectsText(statement: Statement, step: SyntaxNode): boolean {
  for (const node of descendants(step)) {
    if (node.kind === K.FromClause || node.kind === K.Template || node.kind === K.IntoClause) return false;
    const name = node.kind === K.FunctionCall ? childOf(node, K.QualifiedName) : undefined;
    if (name && mayRaise.has(textOf(statement, name).toLowerCase())) return false;
  }
  return true;
}

const mayRaise = new Set(['raise_error', 'assert_true']);
