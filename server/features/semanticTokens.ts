import type { TextRange } from '../base/textRange';
import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import type { Meanings } from '../analysis/model';
import { nameOf } from '../analysis/names';
import { childOf, childrenOf, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { isTrivia, type TokenKind } from '../sql/tokenKind';
import { rangeOf, type Statement } from '../sql/tree';

/** What a name stands for, where its spelling alone does not tell; the order is the legend's. */
export const semanticTokenTypes = [
  'class',
  'property',
  'function',
  'variable',
  'parameter',
  'type',
  'macro',
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

/** Offsets count in the file. */
export interface SemanticToken extends TextRange {
  readonly type: SemanticTokenType;
  readonly isDeclaration: boolean;
}

/** Tables as classes, columns as properties, and so on, in text order and without overlap. */
export function semanticTokens({ statements }: FileModel): readonly SemanticToken[] {
  return statements.flatMap(statementTokens);
}

function statementTokens({ statement, offset, model }: AnalyzedStatement): readonly SemanticToken[] {
  const found: SemanticToken[] = [];
  const visit = (node: SyntaxNode, lambdaNames: readonly string[]): void => {
    const names = node.kind === K.Lambda ? [...lambdaNames, ...parametersOf(statement, node)] : lambdaNames;
    if (node.kind === K.TypeName) return types(statement, node, offset, found);
    const type = isQualifier(model, node) ? 'variable' : typeOf(statement, node, names);
    if (type) {
      const { start, end } = rangeOf(statement, node);
      found.push({ start: start + offset, end: end + offset, type, isDeclaration: isDeclaration(node) });
      return;
    }
    for (const child of node.children) visit(child, names);
  };
  visit(statement.root, []);
  return found;
}

/** The name is that of a table, before a column of it. */
function isQualifier({ paths }: Meanings, name: SyntaxNode): boolean {
  if (name.kind !== K.Name || name.parent?.kind !== K.Path) return false;
  const resolution = paths.get(name.parent)?.resolution;
  if (resolution?.status !== 'found') return false;
  return childrenOf(name.parent, K.Name).indexOf(name) < resolution.qualifiers;
}

/** The words of a type, one token each; types in it have their own. */
function types(statement: Statement, node: SyntaxNode, offset: number, found: SemanticToken[]): void {
  const { kinds, starts } = statement.tokens;
  const inner = node.children.map((child) => child.first);
  const first = node.first;
  if (!isTrivia(kinds[first] as TokenKind) && !inner.includes(first)) {
    const start = (starts[first] as number) + offset;
    found.push({ start, end: (starts[first + 1] as number) + offset, type: 'type', isDeclaration: false });
  }
  for (const child of node.children) {
    const name = childOf(child, K.Name);
    if (child.kind === K.StructField && name) {
      const { start, end } = rangeOf(statement, name);
      found.push({ start: start + offset, end: end + offset, type: 'property', isDeclaration: true });
    }
    const nested = child.kind === K.TypeName ? child : childOf(child, K.TypeName);
    if (nested) types(statement, nested, offset, found);
  }
}

function parametersOf(statement: Statement, lambda: SyntaxNode): readonly string[] {
  return lambda.children
    .filter(({ kind }) => kind === K.Name)
    .map((name) => nameOf(statement, name).toLowerCase());
}

function typeOf(
  statement: Statement,
  node: SyntaxNode,
  lambdaNames: readonly string[],
): SemanticTokenType | undefined {
  switch (node.kind) {
    case K.Variable:
      return 'variable';
    case K.Parameter:
      return 'parameter';
    case K.Template:
      return 'macro';
    case K.Name:
      return nameType(statement, node, lambdaNames);
    default:
      return undefined;
  }
}

function nameType(
  statement: Statement,
  node: SyntaxNode,
  lambdaNames: readonly string[],
): SemanticTokenType | undefined {
  const { parent } = node;
  switch (parent?.kind) {
    case K.QualifiedName:
      return qualifiedType(parent);
    case K.CommonTable:
      return 'class';
    case K.Path: {
      const isParameter =
        parent.children[0] === node && lambdaNames.includes(nameOf(statement, node).toLowerCase());
      return isParameter ? 'parameter' : 'property';
    }
    case K.Lambda:
    case K.NamedArgument:
      return 'parameter';
    case K.TableAlias:
    case K.NamedWindow:
    case K.OverClause:
    case K.WindowSpec:
      return 'variable';
    case K.Alias:
    case K.ColumnList:
    case K.FieldAccess:
    case K.ColumnDefinition:
    case K.LateralView:
    case K.Option:
      return 'property';
    default:
      return undefined;
  }
}

function qualifiedType(name: SyntaxNode): SemanticTokenType | undefined {
  switch (name.parent?.kind) {
    case K.FunctionCall:
      return 'function';
    case K.Star:
      return 'variable';
    case K.Show:
    case K.OtherStatement:
      return undefined;
    default:
      return 'class';
  }
}

function isDeclaration(node: SyntaxNode): boolean {
  switch (node.parent?.kind) {
    case K.CommonTable:
    case K.Alias:
    case K.TableAlias:
    case K.ColumnDefinition:
    case K.NamedWindow:
    case K.Lambda:
      return true;
    case K.Set:
      return node.kind === K.Variable;
    default:
      return false;
  }
}
