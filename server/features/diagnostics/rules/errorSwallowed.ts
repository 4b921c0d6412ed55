import { childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * An exception handler that only selects a text.
 *
 * Why: the run then ends as a success, and nobody learns that it failed.
 * What to do: write the failure into a table, or pass it on with raise_error.
 *
 *     EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
 */
export const errorSwallowed: Rule = { code: 'error-swallowed', severity: 'warning', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const node of descendants(model.statement.root)) {
    if (node.kind !== NodeKind.ExceptionHandler) continue;
    const statements = childrenOf(node, NodeKind.BlockStatement);
    const [only] = statements;
    if (statements.length !== 1 || !only || !selectsLiterals(only)) continue;
    yield {
      range: rangeOf(model.statement, node),
      message:
        'This handler hides the error: the run ends as a success. Pass it on with raise_error, or record it',
    };
  }
}

function selectsLiterals(statement: SyntaxNode): boolean {
  const kinds = [...descendants(statement)].map((node) => node.kind);
  return (
    kinds.includes(NodeKind.QueryStatement) &&
    !kinds.some(
      (kind) => kind === NodeKind.FunctionCall || kind === NodeKind.FromClause || kind === NodeKind.Variable,
    )
  );
}
