import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn, expressionsIn, isExpression, isQuery, isRelation } from '../expressionKinds';
import { isAggregated } from '../isAggregated';
import type { Definition, Meanings, SelectUse } from '../model';
import { influence, nothing, union, unknownFlow, type Flow, type Influence } from './flow';
import { generatorRows } from './generatorFlow';
import type { LineageWalker } from './lineageWalker';
import { queryOutput } from './queryOutput';

/**
 * The fields that decide which rows a query gives, and in what order. DISTINCT is left out: each column would then
 * depend on all others, which says nothing.
 */
export function rowFlow(walker: LineageWalker, meanings: Meanings, query: SyntaxNode): Flow {
  switch (query.kind) {
    case K.Query:
      return union(query.children.map((child) => queryPart(walker, meanings, child)));
    case K.Select:
      return selectRows(walker, meanings, query);
    case K.SetOperation:
      return setOperationRows(walker, meanings, query);
    case K.ParenQuery:
      return union(query.children.filter(isQuery).map((inner) => walker.rows(meanings, inner)));
    case K.TableQuery: {
      const name = childOf(query, K.QualifiedName);
      return name ? tableRows(walker, meanings, name) : nothing;
    }
    default:
      return nothing;
  }
}

function queryPart(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): Flow {
  if (isQuery(node)) return walker.rows(meanings, node);
  if (node.kind !== K.OrderByClause && node.kind !== K.ClusterClause) return nothing;
  return union(keysIn(node).map((key) => looksAt(walker, meanings, key, 'order')));
}

function keysIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.flatMap((child) => (isExpression(child) ? [child] : keysIn(child)));
}

function looksAt(walker: LineageWalker, meanings: Meanings, node: SyntaxNode, way: Influence): Flow {
  return influence(walker.value(meanings, node, []), way);
}

/** EXCEPT and INTERSECT compare the rows of the left side with those of the right one. */
function setOperationRows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): Flow {
  const sides = node.children.filter(isQuery);
  const rows = sides.map((side) => walker.rows(meanings, side));
  const compares = [T.EXCEPT, T.MINUS, T.INTERSECT].some(
    (kind) => ownToken(meanings.statement, node, kind) >= 0,
  );
  const compared = compares ? sides.flatMap((side) => queryOutput(meanings, side)?.columns ?? []) : [];
  return union([...rows, ...compared.map((column) => influence(walker.column(column, []), 'filter'))]);
}

function selectRows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): Flow {
  const select = meanings.selects.get(node);
  return union([
    ...node.children.map((child) => selectPart(walker, meanings, child, select)),
    ...mergedColumns(walker, select),
  ]);
}

function selectPart(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  select: SelectUse | undefined,
): Flow {
  switch (node.kind) {
    case K.FromClause:
      return union(node.children.filter(isRelation).map((each) => relationRows(walker, meanings, each)));
    case K.LateralView:
      return callRows(walker, meanings, childOf(node, K.FunctionCall));
    case K.WhereClause:
    case K.HavingClause:
    case K.QualifyClause:
      return union(expressionsIn(node).map((each) => looksAt(walker, meanings, each, 'filter')));
    case K.GroupByClause:
      return groupingRows(walker, meanings, node, select);
    case K.SelectClause:
      return union([
        ...childrenOf(node, K.Projection).map((item) => callRows(walker, meanings, expressionIn(item))),
        ...expressionsIn(node).map((each) => looksAt(walker, meanings, each, 'group')),
      ]);
    default:
      return nothing;
  }
}

/** The columns that USING or NATURAL compares. */
function mergedColumns(walker: LineageWalker, select: SelectUse | undefined): readonly Flow[] {
  const frame = select?.rows.frame;
  const merged = frame?.kind === 'rows' ? frame.rows.merged : [];
  return merged.map((column) => influence(walker.column(column, []), 'join'));
}

function relationRows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): Flow {
  switch (node.kind) {
    case K.TableRef: {
      const name = childOf(node, K.QualifiedName);
      return name ? tableRows(walker, meanings, name) : unknownFlow;
    }
    case K.DerivedTable:
      return union(node.children.filter(isQuery).map((query) => walker.rows(meanings, query)));
    case K.TableFunction:
      return callRows(walker, meanings, childOf(node, K.FunctionCall));
    case K.Join:
    case K.ParenRelation: {
      const on = childOf(node, K.OnClause);
      return union([
        ...node.children.filter(isRelation).map((each) => relationRows(walker, meanings, each)),
        ...(on ? expressionsIn(on) : []).map((each) => looksAt(walker, meanings, each, 'join')),
      ]);
    }
    case K.InlineTable:
      return nothing;
    default:
      return unknownFlow;
  }
}

function callRows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode | undefined): Flow {
  const call = node && meanings.calls.get(node);
  return call?.rows ? generatorRows(walker, meanings, call) : nothing;
}

/** The rows of a table that an earlier statement or a WITH makes; a data set has all that it has. */
function tableRows(walker: LineageWalker, meanings: Meanings, name: SyntaxNode): Flow {
  const meaning = meanings.tables.find((use) => use.node === name)?.meaning;
  if (meaning?.kind === 'dataset') return nothing;
  return meaning?.kind === 'definition' ? definitionRows(walker, meaning.definition) : unknownFlow;
}

function definitionRows(walker: LineageWalker, { node, meanings }: Definition): Flow {
  const query = queryThatMakes(node);
  return meanings && query ? walker.rows(meanings, query) : nothing;
}

/** The query of CREATE ... AS and of a CTE, or the one whose INTO names the table. */
function queryThatMakes(name: SyntaxNode): SyntaxNode | undefined {
  const { parent } = name;
  return parent?.kind === K.IntoClause ? ancestorOf(parent, K.Query) : parent?.children.find(isQuery);
}

function groupingRows(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  select: SelectUse | undefined,
): Flow {
  const keys = keysIn(node);
  const isAll = keys.length === 0 && ownToken(meanings.statement, node, T.ALL) >= 0;
  if (!isAll) return union(keys.map((key) => keyRows(walker, meanings, key, select)));
  const items = [...(select?.projected ?? [])].filter(([item]) => !isAggregated(meanings, item));
  return union(
    items.flatMap(([, columns]) => columns.map((each) => influence(walker.column(each, []), 'group'))),
  );
}

/** A key may be the place of a column in the select list. */
function keyRows(
  walker: LineageWalker,
  meanings: Meanings,
  key: SyntaxNode,
  select: SelectUse | undefined,
): Flow {
  const place = key.kind === K.Literal ? Number(textOf(meanings.statement, key)) : Number.NaN;
  const column = Number.isInteger(place) ? select?.output.columns[place - 1] : undefined;
  if (column) return influence(walker.column(column, []), 'group');
  return looksAt(walker, meanings, key, 'group');
}
