import type { SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';

const expressionKinds: ReadonlySet<K> = new Set([
  K.Literal,
  K.Interval,
  K.Path,
  K.FieldAccess,
  K.Index,
  K.Variable,
  K.Parameter,
  K.Template,
  K.FunctionCall,
  K.Binary,
  K.Unary,
  K.Between,
  K.In,
  K.Like,
  K.IsTest,
  K.IsDistinctFrom,
  K.Exists,
  K.Subquery,
  K.Paren,
  K.Tuple,
  K.Case,
  K.Cast,
  K.Lambda,
  K.ArrayLiteral,
]);

const queryKinds: ReadonlySet<K> = new Set([
  K.Query,
  K.Select,
  K.SetOperation,
  K.Values,
  K.TableQuery,
  K.ParenQuery,
]);

const relationKinds: ReadonlySet<K> = new Set([
  K.TableRef,
  K.DerivedTable,
  K.TableFunction,
  K.InlineTable,
  K.ParenRelation,
  K.Join,
  K.Pivot,
  K.Unpivot,
]);

export function isExpression(node: SyntaxNode): boolean {
  return expressionKinds.has(node.kind);
}

/** A Query or one of its bodies. */
export function isQuery(node: SyntaxNode): boolean {
  return queryKinds.has(node.kind);
}

export function isRelation(node: SyntaxNode): boolean {
  return relationKinds.has(node.kind);
}

export function expressionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(isExpression);
}

export function expressionIn(node: SyntaxNode): SyntaxNode | undefined {
  return node.children.find(isExpression);
}
