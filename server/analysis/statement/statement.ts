import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsIn } from '../expressionKinds';
import { emptyScope } from '../scope';
import type { Walker } from '../walker';
import { alterTable, analyzeTable, dropTable } from './administration';
import { block } from './block';
import { createAudience, createTable, createView, selectInto } from './createTable';
import { insert } from './insert';
import { declareCursor, execute, handle, prepare, setVariable } from './session';
import { createModel } from './createModel';

/** Analyses a statement: the whole of one, or one inside a block, EXPLAIN or PREPARE. */
export function analyzeStatementNode(walker: Walker, node: SyntaxNode): void {
  switch (node.kind) {
    case K.QueryStatement:
      return queryStatement(walker, node);
    case K.CreateTable:
      return createTable(walker, node);
    case K.CreateView:
      return createView(walker, node);
    case K.CreateAudience:
      return createAudience(walker, node);
    case K.Insert:
      return insert(walker, node);
    case K.Drop:
      return dropTable(walker, node);
    case K.Alter:
      return alterTable(walker, node);
    case K.Analyze:
      return analyzeTable(walker, node);
    case K.CreateModel:
    case K.UpdateModel:
      return createModel(walker, node);
    case K.Set:
      return setVariable(walker, node);
    case K.Block:
      return block(walker, node, analyzeStatementNode);
    case K.Explain:
      return walkStatements(walker, node);
    case K.Prepare:
      prepare(walker, node);
      return walkStatements(walker, node);
    case K.Execute:
      return execute(walker, node);
    case K.DeclareCursor:
      return declareCursor(walker, node);
    case K.Deallocate:
      return handle(walker, node, 'prepared');
    case K.CloseCursor:
      return handle(walker, node, 'cursor');
    case K.Fetch:
      handle(walker, node, 'cursor');
      for (const count of expressionsIn(node)) walker.expression(count, emptyScope);
      return;
    default:
      for (const child of node.children) if (child.kind === K.Query) walker.query(child, emptyScope);
  }
}

function queryStatement(walker: Walker, node: SyntaxNode): void {
  const query = childOf(node, K.Query);
  if (!query) return;
  const output = walker.query(query, emptyScope);
  if (!selectInto(walker, query, output)) walker.model.output = output;
}

function walkStatements(walker: Walker, node: SyntaxNode): void {
  for (const child of node.children) analyzeStatementNode(walker, child);
}
