import type { TextRange } from '../../base/textRange';
import type { StatementModel } from '../../analysis/model';
import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { rangeOf } from '../../sql/tree';
import { functionDocument } from '../render/functionDocument';
import { nodeAtCursor, touchedToken } from '../names/nameAt';
import { aliasMarkdown, fieldAccessMarkdown, pathMarkdown, variableMarkdown } from './columnHover';
import { starMarkdown, tableMarkdown } from './tableHover';

export interface HoveredThing {
  readonly range: TextRange;
  readonly markdown: string;
}

/** What is known of the name at an offset of the statement's text. */
export function hoveredThing(model: StatementModel, offset: number): HoveredThing | undefined {
  const node = nodeAtCursor(model.statement, offset);
  if (!node) return undefined;
  const markdown = markdownOf(model, node, offset);
  return markdown === undefined ? undefined : { range: rangeOf(model.statement, node), markdown };
}

function markdownOf(model: StatementModel, node: SyntaxNode, offset: number): string | undefined {
  if (node.kind === K.Star) return isOnStar(model, offset) ? starMarkdown(model, node) : undefined;
  if (node.kind === K.Variable) return variableMarkdown(model, node);
  if (node.kind === K.FunctionCall) return callMarkdown(model, node, offset);
  const parent = node.parent;
  if (node.kind !== K.Name || !parent) return undefined;
  switch (parent.kind) {
    case K.Path:
      return pathMarkdown(model, parent, childrenOf(parent, K.Name).indexOf(node));
    case K.FieldAccess:
      return fieldAccessMarkdown(model, parent);
    case K.QualifiedName: {
      const call = parent.parent && model.calls.get(parent.parent);
      if (call && call.nameNode === parent) return call.info && functionDocument(call.info);
      return tableMarkdown(model, parent);
    }
    case K.Alias:
    case K.TableAlias:
    case K.CommonTable:
      return aliasMarkdown(model, parent);
    default:
      return undefined;
  }
}

/** On the name of a function with a syntax of its own: EXTRACT, CURRENT_DATE. */
function callMarkdown(model: StatementModel, node: SyntaxNode, offset: number): string | undefined {
  const call = model.calls.get(node);
  const onName = touchedToken(model.statement, offset) === node.first;
  return call?.info && call.nameNode === node && onName ? functionDocument(call.info) : undefined;
}

function isOnStar(model: StatementModel, offset: number): boolean {
  const token = touchedToken(model.statement, offset);
  return token !== undefined && model.statement.tokens.kinds[token] === TokenKind.Star;
}
