import { expressionIn } from '../../../analysis/expressionKinds';
import type { CallUse } from '../../../analysis/model';
import { nameOf } from '../../../analysis/names';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, textOf, type Statement } from '../../../sql/tree';

/** Which rows a window function takes in, seen from a row; before and after as ORDER BY rises. */
export interface WindowShape {
  /** The first expression of ORDER BY; without one the window is the whole partition. */
  readonly order: SyntaxNode | undefined;
  readonly seesBefore: boolean;
  readonly seesAfter: boolean;
  readonly hasOwnRow: boolean;
  /** It has PARTITION BY. */
  readonly isPartitioned: boolean;
  /** What makes it so: the frame, the function's name, or the OVER clause. */
  readonly cause: SyntaxNode;
}

const numbering = new Set('row_number rank dense_rank percent_rank cume_dist ntile'.split(' '));
const backwards = new Set('lag previous time_between_previous_match'.split(' '));
const forwards = new Set('lead next time_between_next_match'.split(' '));

/** `undefined` for a function that only numbers rows, and where the window cannot be known. */
export function windowShape(statement: Statement, call: CallUse): WindowShape | undefined {
  const over = childOf(call.node, K.OverClause);
  const name = call.name.toLowerCase();
  if (!over || numbering.has(name)) return undefined;
  const { sort, frame, isKnown, isPartitioned } = windowParts(statement, over, 4);
  if (!isKnown) return undefined;
  const order = sort && expressionIn(sort);
  if (!order)
    return { order, seesBefore: true, seesAfter: true, hasOwnRow: true, isPartitioned, cause: over };
  const falls = ownToken(statement, sort, T.DESC) >= 0;
  if (!backwards.has(name) && !forwards.has(name)) {
    return { order, ...rowsOfFrame(statement, frame, falls), isPartitioned, cause: frame ?? over };
  }
  const seesAfter = forwards.has(name) !== falls;
  const hasOwnRow = name.startsWith('time_between') && !endsBefore(statement, frame);
  return { order, seesBefore: !seesAfter, seesAfter, hasOwnRow, isPartitioned, cause: call.nameNode };
}

function rowsOfFrame(statement: Statement, frame: SyntaxNode | undefined, falls: boolean) {
  const [from, to] = edgesOf(statement, frame);
  const [early, late] = falls ? [opposite(to), opposite(from)] : [from, to];
  return {
    seesBefore: early === 'before',
    seesAfter: late === 'after',
    hasOwnRow: early !== 'after' && late !== 'before',
  };
}

function endsBefore(statement: Statement, frame: SyntaxNode | undefined): boolean {
  return edgesOf(statement, frame)[1] === 'before';
}

type Edge = 'before' | 'row' | 'after';

/** Without a frame, and where it has no end: up to the row. */
function edgesOf(statement: Statement, frame: SyntaxNode | undefined): readonly [Edge, Edge] {
  const [first, second] = frame ? childrenOf(frame, K.FrameBound) : [];
  return [first ? edgeOf(statement, first) : 'before', second ? edgeOf(statement, second) : 'row'];
}

function edgeOf(statement: Statement, bound: SyntaxNode): Edge {
  const count = expressionIn(bound);
  if (count && textOf(statement, count) === '0') return 'row';
  if (ownToken(statement, bound, T.PRECEDING) >= 0) return 'before';
  return ownToken(statement, bound, T.FOLLOWING) >= 0 ? 'after' : 'row';
}

function opposite(edge: Edge): Edge {
  if (edge === 'row') return 'row';
  return edge === 'before' ? 'after' : 'before';
}

interface WindowParts {
  /** The first SortItem. */
  readonly sort: SyntaxNode | undefined;
  readonly frame: SyntaxNode | undefined;
  /** Every window that it is built on was found, and it is ordered by ORDER BY. */
  readonly isKnown: boolean;
  readonly isPartitioned: boolean;
}

/** Of an OVER clause or a named window, with what it takes from the window that it builds on. */
function windowParts(statement: Statement, holder: SyntaxNode, depth: number): WindowParts {
  const spec = childOf(holder, K.WindowSpec);
  const name = childOf(spec ?? holder, K.Name);
  const isDefinition = holder.kind === K.NamedWindow && !spec;
  const base = name && depth > 0 && !isDefinition && namedWindow(statement, holder, nameOf(statement, name));
  const inherited = base ? windowParts(statement, base, depth - 1) : undefined;
  const clause = spec && childOf(spec, K.OrderByClause);
  return {
    sort: clause ? childOf(clause, K.SortItem) : inherited?.sort,
    frame: (spec && childOf(spec, K.WindowFrame)) ?? inherited?.frame,
    isPartitioned:
      (spec && childOf(spec, K.PartitionByClause)) !== undefined || inherited?.isPartitioned === true,
    isKnown: (!name || inherited?.isKnown === true) && !(spec && childOf(spec, K.ClusterClause)),
  };
}

function namedWindow(statement: Statement, from: SyntaxNode, name: string): SyntaxNode | undefined {
  const select = ancestorOf(from, K.Select);
  const clauses = [select, select?.parent, from.parent].flatMap((each) => {
    const clause = each?.kind === K.WindowClause ? each : each && childOf(each, K.WindowClause);
    return clause ?? [];
  });
  return clauses
    .flatMap((clause) => childrenOf(clause, K.NamedWindow))
    .find((window) => {
      const own = childOf(window, K.Name);
      return own !== undefined && nameOf(statement, own).toLowerCase() === name.toLowerCase();
    });
}
