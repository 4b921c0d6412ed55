import type { TextRange } from '../../base/textRange';
import type { AnalyzedStatement, FileModel } from '../../analysis/analyzeFile';
import type { StatementModel } from '../../analysis/model';
import { modelArgument } from '../../analysis/modelArgument';
import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { rangeOf, textOf } from '../../sql/tree';
import { functionDocument } from '../render/functionDocument';
import { nodeAtCursor, touchedToken } from '../names/nameAt';
import { aliasMarkdown, fieldAccessMarkdown, pathMarkdown, variableMarkdown } from './columnHover';
import { keywordHover } from './keywordHover';
import { optionMarkdown } from './optionHover';
import { modelMarkdown, parameterMarkdown, windowMarkdown } from './sessionHover';
import { starMarkdown, tableMarkdown } from './tableHover';

export interface HoveredThing {
  readonly range: TextRange;
  readonly markdown: string;
}

/** What is known of the name or word at an offset of the statement's text. */
export function hoveredThing(
  file: FileModel,
  placed: AnalyzedStatement,
  offset: number,
): HoveredThing | undefined {
  const { model, statement } = placed;
  const node = nodeAtCursor(statement, offset);
  if (!node) return undefined;
  const markdown = markdownOf(file, placed, node, offset);
  if (markdown !== undefined) return { range: rangeOf(statement, node), markdown };
  const token = touchedToken(statement, offset);
  return token === undefined ? undefined : keywordHover(model, node, token);
}

function markdownOf(
  file: FileModel,
  placed: AnalyzedStatement,
  node: SyntaxNode,
  offset: number,
): string | undefined {
  const { model } = placed;
  if (node.kind === K.Star) return isOnStar(model, offset) ? starMarkdown(model, node) : undefined;
  if (node.kind === K.Variable) return variableMarkdown(model, node);
  if (node.kind === K.Parameter) return parameterMarkdown(textOf(model.statement, node));
  if (node.kind === K.FunctionCall) return callMarkdown(model, node, offset);
  const parent = node.parent;
  if (parent?.kind === K.Option) return optionMarkdown(model.statement, node);
  if (node.kind !== K.Name || !parent) return undefined;
  switch (parent.kind) {
    case K.Path:
      if (isModelArgument(model, parent)) return modelMarkdown(file, placed, parent);
      return pathMarkdown(model, parent, childrenOf(parent, K.Name).indexOf(node));
    case K.FieldAccess:
      return fieldAccessMarkdown(model, parent);
    case K.QualifiedName: {
      const call = parent.parent && model.calls.get(parent.parent);
      if (call && call.nameNode === parent) return call.info && functionDocument(call.info);
      if (parent.parent?.kind === K.UpdateModel) return modelMarkdown(file, placed, parent);
      return tableMarkdown(placed, parent);
    }
    case K.OverClause:
    case K.WindowSpec:
      return windowMarkdown(model.statement, node);
    case K.Alias:
    case K.TableAlias:
    case K.CommonTable:
      return aliasMarkdown(model, parent);
    default:
      return undefined;
  }
}

function isModelArgument({ statement }: StatementModel, path: SyntaxNode): boolean {
  const call = path.parent?.parent;
  return call?.kind === K.FunctionCall && modelArgument(statement, call) === path;
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
