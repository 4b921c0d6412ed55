import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn, expressionsIn } from '../expressionKinds';
import { nameOf, namesOf } from '../names';
import type { Column, Meanings } from '../model';
import { declassificationsOf, type Declassification } from './declassifications';
import { changed, mapped, nothing, union, unknownFlow, type Flow, type Reach } from './flow';
import { generatorFlow } from './generatorFlow';
import type { LineageWalker } from './lineageWalker';
import { storedFlow } from './storedFlow';

/** The fields that a column, or the part of it that `path` names, comes from. */
export function columnFlow(walker: LineageWalker, column: Column, path: readonly string[]): Flow {
  const { origin } = column;
  switch (origin.kind) {
    case 'field':
      return storedFlow(origin.dataset, origin.field, path);
    case 'columns':
      return union([...origin.columns, ...(origin.inserted ?? [])].map((each) => walker.column(each, path)));
    case 'expression':
      return computedFlow(walker, origin.meanings, origin.node, column, path);
    case 'definition':
    case 'builtin':
      return nothing;
  }
}

function computedFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  column: Column,
  path: readonly string[],
): Flow {
  switch (node.kind) {
    case K.Projection:
      return projectionFlow(walker, meanings, node, column, path);
    case K.LateralView:
      return callColumnFlow(
        walker,
        meanings,
        childOf(node, K.FunctionCall),
        viewNames(meanings, node),
        column,
        path,
      );
    case K.FunctionCall:
      return callColumnFlow(walker, meanings, node, undefined, column, path);
    case K.QualifiedName:
      // `column.*`: the node is the path of the struct.
      return walker.value(meanings, node, [column.name, ...path]);
    case K.Values:
    case K.InlineTable:
      return valuesFlow(walker, meanings, node, column, path);
    default:
      return unknownFlow;
  }
}

function projectionFlow(
  walker: LineageWalker,
  meanings: Meanings,
  item: SyntaxNode,
  column: Column,
  path: readonly string[],
): Flow {
  const expression = expressionIn(item);
  if (!expression) return unknownFlow;
  const isGenerator = meanings.calls.get(expression)?.rows !== undefined;
  const flow = isGenerator
    ? callColumnFlow(walker, meanings, expression, aliasNames(meanings, item), column, path)
    : walker.value(meanings, expression, path);
  const ended = declassificationsOf(meanings.statement).filter(
    ({ reason, projections }) => reason !== undefined && projections.includes(item),
  );
  return mapped(flow, (reach) => ({
    ...withoutLabels(reach, ended),
    hops: { statement: meanings.statement, node: item, next: reach.hops },
  }));
}

/** The labels that a declassification names end here, and the reach remembers by which. */
function withoutLabels(reach: Reach, ended: readonly Declassification[]): Reach {
  const effective = ended.filter(({ labels }) => labels.some((label) => reach.labels.includes(label)));
  if (effective.length === 0) return reach;
  const gone = new Set(effective.flatMap(({ labels }) => labels));
  return {
    ...reach,
    labels: reach.labels.filter((label) => !gone.has(label)),
    declassified: [...reach.declassified, ...effective],
  };
}

function aliasNames(meanings: Meanings, item: SyntaxNode): readonly string[] | undefined {
  const alias = childOf(item, K.Alias);
  const list = alias && childOf(alias, K.ColumnList);
  return alias && namesOf(meanings.statement, list ?? alias);
}

/** LATERAL VIEW explode(x) t AS a, b: the names behind the view's own; none where the function's names stand. */
function viewNames(meanings: Meanings, view: SyntaxNode): readonly string[] | undefined {
  const list = childOf(view, K.ColumnList);
  if (list) return namesOf(meanings.statement, list);
  const [, ...names] = childrenOf(view, K.Name).map((name) => nameOf(meanings.statement, name));
  return names.length > 0 ? names : undefined;
}

/** A column of a function that gives rows, found by its place among the new names, or else by the function's own. */
function callColumnFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode | undefined,
  names: readonly string[] | undefined,
  column: Column,
  path: readonly string[],
): Flow {
  const call = node && meanings.calls.get(node);
  if (!call) return unknownFlow;
  const all = call.rows?.columns.map(({ name }) => name) ?? [];
  const own = all.map((name, index) => names?.[index] ?? name);
  const index = own.findIndex((name) => name.toLowerCase() === column.name.toLowerCase());
  return index < 0 ? unknownFlow : generatorFlow(walker, meanings, call, index, path);
}

/** VALUES (1, 'a'), ...: the cells under a column, which is called col1, col2, ... here. */
function valuesFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  column: Column,
  path: readonly string[],
): Flow {
  const index = Number(/^col(\d+)$/.exec(column.name)?.[1] ?? 0) - 1;
  const cells = expressionsIn(node).flatMap((row) => {
    const cell = row.kind === K.Tuple || row.kind === K.Paren ? expressionsIn(row)[index] : row;
    return cell ? [walker.value(meanings, cell, path)] : [];
  });
  return changed(union(cells), 'transform');
}
