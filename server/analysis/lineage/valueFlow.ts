import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { expressionIn, expressionsIn, isExpression, isQuery } from '../expressionKinds';
import { isDoubleQuoted, nameOf, namesOf } from '../names';
import { columnsNamed } from '../schema';
import { frames } from '../scope';
import type { Column, Found, Meanings, PathUse } from '../model';
import { callFlow } from './callFlow';
import { changed, nothing, union, unknownFlow, type Flow } from './flow';
import { lambdaParameterFlow } from './lambdaFlow';
import { stepsInto, type LineageWalker } from './lineageWalker';
import { queryFlow } from './queryFlow';
import { storedFlow } from './storedFlow';

/** The fields that an expression, or the part of its value that `path` names, comes from. */
export function valueFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  switch (node.kind) {
    case K.Literal:
    case K.Parameter:
      return nothing;
    case K.Template:
      return unknownFlow;
    case K.Path:
    case K.QualifiedName:
      return pathFlow(walker, meanings, node, path);
    case K.FieldAccess:
      return fieldAccessFlow(walker, meanings, node, path);
    case K.Index:
      return indexFlow(walker, meanings, node, path);
    case K.Variable:
      return variableFlow(walker, meanings, node);
    case K.FunctionCall:
      return callFlow(walker, meanings, node, path);
    case K.Paren:
    case K.Subquery:
      return union(node.children.map((child) => partFlow(walker, meanings, child, path)));
    case K.Tuple:
      return tupleFlow(walker, meanings, node, path);
    case K.Case:
      return caseFlow(walker, meanings, node, path);
    case K.ArrayLiteral:
      return changed(
        union(expressionsIn(node).map((each) => walker.value(meanings, each, path))),
        'transform',
      );
    case K.Exists:
      return union(childQueries(node).map((query) => walker.rows(meanings, query)));
    case K.Binary:
      return changed(
        union(operandsOf(node).map((operand) => walker.value(meanings, operand, []))),
        'transform',
      );
    default:
      return changed(union(node.children.map((child) => partFlow(walker, meanings, child, []))), 'transform');
  }
}

/** An expression, or a query that stands for the value of its first column. */
function partFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  if (isExpression(node)) return walker.value(meanings, node, path);
  return isQuery(node) ? queryFlow(walker, meanings, node, path) : nothing;
}

function childQueries(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(isQuery);
}

function pathFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const use = meanings.paths.get(node);
  if (!use) return unknownFlow;
  const { resolution } = use;
  if (resolution.status === 'found') return foundFlow(walker, meanings, use, resolution, path);
  const isText = resolution.status === 'missing' && isDoubleQuoted(meanings.statement, node);
  if (isText) return nothing;
  const likely = resolution.status === 'missing' ? [] : likelyColumns(use);
  return union([
    ...likely.map(({ column, deeper }) => walker.column(column, [...deeper, ...path])),
    unknownFlow,
  ]);
}

interface Likely {
  readonly column: Column;
  readonly deeper: readonly string[];
}

/** The columns of that name, where there may be others that we cannot see, or where it is ambiguous. */
function likelyColumns({ scope, names }: PathUse): readonly Likely[] {
  for (const frame of frames(scope)) {
    if (frame.kind !== 'rows') continue;
    const found = frame.rows.sources.flatMap(({ schema, qualifier }) => {
      const isQualified = qualifier.at(-1)?.toLowerCase() === names[0]?.toLowerCase() && names.length > 1;
      const [name = '', ...deeper] = isQualified ? names.slice(1) : names;
      return columnsNamed(schema, name).map((column) => ({ column, deeper }));
    });
    if (found.length > 0) return found;
  }
  return [];
}

function foundFlow(
  walker: LineageWalker,
  meanings: Meanings,
  use: PathUse,
  found: Found,
  path: readonly string[],
): Flow {
  const { column, source, qualifiers } = found;
  const deeper = [...use.names.slice(qualifiers + 1), ...path];
  if (found.from === 'lambda') return lambdaParameterFlow(walker, meanings, column, deeper);
  if (column.origin.kind === 'builtin' && source?.dataset) return storedFlow(source.dataset, column, deeper);
  return walker.column(column, deeper);
}

function fieldAccessFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const base = expressionIn(node);
  const name = childOf(node, K.Name);
  if (!base) return nothing;
  return walker.value(meanings, base, name ? [nameOf(meanings.statement, name), ...path] : path);
}

/** `value[index]`: the index decides which element it is, when it is not written out. */
function indexFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const [base, index] = expressionsIn(node);
  if (!base) return nothing;
  const key = index && literalText(meanings, index);
  const type = meanings.types.get(base)?.type;
  const inside = key === undefined ? stepsInto(type, path) : [key, ...path];
  const chosen = index ? changed(walker.value(meanings, index, []), 'transform') : nothing;
  return union([walker.value(meanings, base, inside), chosen]);
}

/** What a text literal says. */
export function literalText(meanings: Meanings, node: SyntaxNode): string | undefined {
  if (node.kind !== K.Literal) return undefined;
  const text = textOf(meanings.statement, node);
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined;
}

/** The value that SET gave a variable of the file. */
function variableFlow(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): Flow {
  const definition = meanings.variables.find((use) => use.node === node)?.definition;
  const set = definition?.node.parent;
  if (!definition?.meanings || set?.kind !== K.Set) return unknownFlow;
  const parts = set.children.filter((child) => child !== definition.node);
  const made = definition.meanings;
  return changed(union(parts.map((part) => partFlow(walker, made, part, []))), 'transform');
}

function tupleFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const elements = node.children.flatMap((child, index) => {
    const value = child.kind === K.Projection ? expressionIn(child) : child;
    return value && isExpression(value) ? [{ value, name: fieldName(meanings, child, value, index) }] : [];
  });
  const [wanted, ...deeper] = path;
  const chosen = elements.find(({ name }) => name === wanted?.toLowerCase());
  if (chosen) return walker.value(meanings, chosen.value, deeper);
  return union(elements.map(({ value }) => walker.value(meanings, value, [])));
}

function fieldName(meanings: Meanings, child: SyntaxNode, value: SyntaxNode, index: number): string {
  const alias = childOf(child, K.Alias);
  const names = alias ?? (value.kind === K.Path ? value : undefined);
  const name = names && namesOf(meanings.statement, names).at(-1);
  return (name ?? `col${index + 1}`).toLowerCase();
}

/** CASE: a condition tells something of what it asks about, so it counts as part of the value. */
function caseFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const operand = expressionIn(node);
  const branches = childrenOf(node, K.When).map((when) => expressionsIn(when));
  const otherwise = childOf(node, K.Else);
  const last = otherwise && expressionIn(otherwise);
  const conditions = [operand, ...branches.map(([condition]) => condition)];
  const results = [...branches.map(([, result]) => result), last];
  const flowsOf = (nodes: readonly (SyntaxNode | undefined)[], inside: readonly string[]) =>
    nodes.flatMap((each) => (each ? [walker.value(meanings, each, inside)] : []));
  return changed(union([...flowsOf(conditions, []), ...flowsOf(results, path)]), 'transform');
}

/** The operands of a chain such as `a AND b AND c`, which leans to the left and may be thousands long. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let at: SyntaxNode | undefined = node;
  while (at?.kind === K.Binary) {
    const [left, right]: readonly SyntaxNode[] = expressionsIn(at);
    if (right) operands.push(right);
    at = left;
  }
  if (at) operands.push(at);
  return operands.reverse();
}
