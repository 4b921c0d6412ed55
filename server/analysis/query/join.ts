import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { conditionType } from '../expression/condition';
import { expressionIn, isRelation } from '../expressionKinds';
import { namesOf } from '../names';
import { columnsNamed } from '../schema';
import { noRows, within } from '../scope';
import { unknown } from '../types/builtinTypes';
import { widerType } from '../types/widerType';
import type { Walker } from '../walker';
import { checkNames } from './checkNames';
import { columnsOfStar } from './star';
import type { Column, Rows, Scope, Source } from '../model';

/** `left JOIN right`: ON sees both; of a semi or anti join only the left rows come out. */
export function joinRows(walker: Walker, node: SyntaxNode, scope: Scope, before: Rows): Rows {
  const [leftNode, rightNode] = node.children.filter(isRelation);
  const left = leftNode ? walker.relation(leftNode, scope, before) : noRows;
  const seen = together(before, left);
  const right = rightNode ? walker.relation(rightNode, scope, seen) : noRows;
  const words = joinWords(walker, node, leftNode, rightNode);
  const on = childOf(node, K.OnClause);
  const condition = on && expressionIn(on);
  const both = together(left, right);
  if (condition) {
    const seenByOn = within(scope, { kind: 'rows', rows: together(before, both), bare: false });
    conditionType(walker, condition, seenByOn, 'ON');
  }
  const shared = sharedNames(walker, node, words.has(T.NATURAL), left, right);
  if (words.has(T.SEMI) || words.has(T.ANTI)) return left;
  const outer = {
    left: words.has(T.RIGHT) || words.has(T.FULL),
    right: words.has(T.LEFT) || words.has(T.FULL),
  };
  const sources = [
    ...left.sources.map((source) => (outer.left ? maybeMissing(source) : source)),
    ...right.sources.map((source) => (outer.right ? maybeMissing(source) : source)),
  ];
  const either = outer.left && outer.right;
  return { sources, merged: [...both.merged, ...mergedColumns(shared, left, right, either)] };
}

export function together(a: Rows, b: Rows): Rows {
  if (a.sources.length === 0) return b;
  return { sources: [...a.sources, ...b.sources], merged: [...a.merged, ...b.merged] };
}

function maybeMissing(source: Source): Source {
  return source.outerJoined ? source : { ...source, outerJoined: true };
}

/** The kinds of the tokens between the two relations. */
function joinWords(
  walker: Walker,
  node: SyntaxNode,
  left: SyntaxNode | undefined,
  right: SyntaxNode | undefined,
): ReadonlySet<T> {
  const { kinds } = walker.statement.tokens;
  const words = new Set<T>();
  for (let at = left?.end ?? node.first; at < (right?.first ?? node.end); at++) words.add(kinds[at] as T);
  return words;
}

function sharedNames(
  walker: Walker,
  node: SyntaxNode,
  natural: boolean,
  left: Rows,
  right: Rows,
): readonly string[] {
  const using = childOf(node, K.UsingClause);
  const list = using && childOf(using, K.ColumnList);
  if (list) {
    checkShared(walker, list, left, 'The left side of the join');
    checkShared(walker, list, right, 'The right side of the join');
    return namesOf(walker.statement, list);
  }
  if (!natural) return [];
  const names = new Set(columnsOfStar(right).map((column) => column.name.toLowerCase()));
  return columnsOfStar(left)
    .map((column) => column.name)
    .filter((name) => names.has(name.toLowerCase()));
}

/** USING names columns of both sides. */
function checkShared(walker: Walker, list: SyntaxNode, side: Rows, owner: string): void {
  const open = side.sources.some((source) => source.schema.open);
  checkNames(walker, list, { columns: columnsOfStar(side), open }, owner);
}

/** `either`: of a full outer join, where one of the two may be missing. */
function mergedColumns(
  names: readonly string[],
  left: Rows,
  right: Rows,
  either: boolean,
): readonly Column[] {
  return names.map((name) => {
    const columns = [...named(left, name), ...named(right, name)];
    const [first, second] = columns;
    const type = first && second ? (widerType(first.type, second.type) ?? unknown) : unknown;
    return {
      name: first?.name ?? name,
      type,
      nullable: either || columns.length < 2 || columns.some((column) => column.nullable),
      origin: { kind: 'columns', columns },
    };
  });
}

function named(rows: Rows, name: string): readonly Column[] {
  return rows.sources.flatMap((source) => columnsNamed(source.schema, name));
}
