import type { DataType } from '../../catalog/types';
import { fieldNamed } from '../../catalog/catalog';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsIn, isExpression } from '../expressionKinds';
import { nameOf } from '../names';
import { columnsOfStar } from '../query/star';
import { frames } from '../scope';
import type { Argument, CallUse, Meanings } from '../model';
import { changed, influence, nothing, union, unknownFlow, type Flow } from './flow';
import { higherOrderFlow } from './lambdaFlow';
import { anyKey, stepsInto, type LineageWalker } from './lineageWalker';
import { queryFlow } from './queryFlow';

/** The fields that a call takes its value from, with what its FILTER, ORDER BY and OVER look at. */
export function callFlow(
  walker: LineageWalker,
  meanings: Meanings,
  node: SyntaxNode,
  path: readonly string[],
): Flow {
  const call = meanings.calls.get(node);
  if (!call) return unknownFlow;
  return union([
    resultFlow(walker, meanings, call, path),
    ...filterFlows(walker, meanings, node),
    ...orderFlows(walker, meanings, node),
    ...windowFlows(walker, meanings, node),
  ]);
}

type Special = (
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
) => Flow | undefined;

/** Functions that pass on parts of their arguments as they are. */
const specials: Readonly<Record<string, Special>> = {
  struct: structFlow,
  named_struct: namedStructFlow,
  element_at: elementFlow,
  try_element_at: elementFlow,
  get: elementFlow,
  arrays_zip: zippedFlow,
  map: mapFlow,
};

/** Functions that give one of their arguments, or an element of it, so that a path into the result leads into it. */
const choosing = new Set(
  `coalesce nvl ifnull nvl2 if iff greatest least first last first_value last_value any_value min max min_by max_by
  mode lag lead nth_value collect_list collect_set array_agg array slice reverse shuffle array_distinct array_compact
  array_union array_intersect array_except array_append array_prepend array_insert array_repeat concat flatten
  array_max array_min`.split(/\s+/),
);

function resultFlow(walker: LineageWalker, meanings: Meanings, call: CallUse, path: readonly string[]): Flow {
  const name = call.name.toLowerCase();
  const special = Object.hasOwn(specials, name) ? specials[name]?.(walker, meanings, call, path) : undefined;
  if (special) return special;
  if (call.arguments.some((argument) => argument.kind === 'lambda'))
    return higherOrderFlow(walker, meanings, call, path);
  const passes = choosing.has(name) && path.length > 0;
  const flows = call.arguments.map((argument) => {
    const inside = passes && hasPath(argument.typed.type, path) ? path : [];
    return argumentFlow(walker, meanings, call, argument, inside);
  });
  return changed(union(flows), call.info?.kind === 'aggregate' ? 'aggregate' : 'transform');
}

function argumentFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  argument: Argument,
  path: readonly string[],
): Flow {
  switch (argument.kind) {
    case 'value':
    case 'lambda':
      return walker.value(meanings, argument.node, path);
    case 'query':
      return queryFlow(walker, meanings, argument.node, path);
    case 'star':
      return call.name.toLowerCase() === 'count' ? nothing : starFlow(walker, call, path);
    case 'syntax':
      return nothing;
  }
}

/** `f(*)`: every column in scope, or the one that the path asks for. */
function starFlow(walker: LineageWalker, call: CallUse, path: readonly string[]): Flow {
  for (const frame of frames(call.scope)) {
    if (frame.kind !== 'rows') continue;
    const columns = columnsOfStar(frame.rows);
    const [wanted, ...deeper] = path;
    const chosen = columns.filter((column) => column.name.toLowerCase() === wanted?.toLowerCase());
    const flows =
      chosen.length > 0
        ? chosen.map((column) => walker.column(column, deeper))
        : columns.map((column) => walker.column(column, []));
    const open = frame.rows.sources.some((source) => source.schema.open);
    return union(open ? [...flows, unknownFlow] : flows);
  }
  return nothing;
}

function hasPath(type: DataType, path: readonly string[]): boolean {
  const [name, ...deeper] = path;
  if (name === undefined) return true;
  if (type.kind === 'array') return hasPath(type.element, path);
  if (type.kind === 'map') return hasPath(type.value, deeper);
  const field = type.kind === 'struct' ? fieldNamed(type.fields, name) : undefined;
  return field !== undefined && hasPath(field.type, deeper);
}

function structFlow(walker: LineageWalker, meanings: Meanings, call: CallUse, path: readonly string[]): Flow {
  const [wanted, ...deeper] = path;
  const chosen = call.arguments.find((argument, index) => {
    const name = argument.name ?? argument.pathName ?? `col${index + 1}`;
    return argument.kind !== 'star' && name.toLowerCase() === wanted?.toLowerCase();
  });
  if (chosen) return argumentFlow(walker, meanings, call, chosen, deeper);
  return union(
    call.arguments.map((argument) =>
      argumentFlow(walker, meanings, call, argument, argument.kind === 'star' ? path : []),
    ),
  );
}

function namedStructFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
): Flow {
  const [wanted, ...deeper] = path;
  const values = call.arguments.flatMap((argument, index) => {
    const name = call.arguments[index - 1]?.literal;
    return index % 2 === 1 ? [{ argument, name }] : [];
  });
  const chosen = values.find(
    ({ name }) => name !== undefined && name.toLowerCase() === wanted?.toLowerCase(),
  );
  if (chosen) return argumentFlow(walker, meanings, call, chosen.argument, deeper);
  return union(values.map(({ argument }) => argumentFlow(walker, meanings, call, argument, [])));
}

function elementFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
): Flow | undefined {
  const [collection, index] = call.arguments;
  if (collection?.kind !== 'value') return undefined;
  const type = collection.typed.type;
  const key = index?.literal;
  const inside = type.kind === 'map' && key !== undefined ? [key, ...path] : stepsInto(type, path);
  return union([
    walker.value(meanings, collection.node, inside),
    index ? changed(walker.value(meanings, index.node, []), 'transform') : nothing,
  ]);
}

function zippedFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
): Flow | undefined {
  const [wanted, ...deeper] = path;
  const chosen = call.arguments.find(
    (argument, index) =>
      (argument.name ?? argument.pathName ?? String(index)).toLowerCase() === wanted?.toLowerCase(),
  );
  return chosen && changed(argumentFlow(walker, meanings, call, chosen, deeper), 'transform');
}

/** map(key, value, ...): a path goes to the values, to one of them where its key is written out. */
function mapFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
): Flow | undefined {
  const [wanted, ...deeper] = path;
  if (wanted === undefined) return undefined;
  const values = call.arguments.filter((_, index) => index % 2 === 1);
  const keys = call.arguments.filter((_, index) => index % 2 === 0).map((argument) => argument.literal);
  const isWrittenOut = wanted !== anyKey && keys.every((key) => key !== undefined);
  const chosen = isWrittenOut ? values.filter((_, index) => keys[index] === wanted) : values;
  const flows = chosen.map((argument) => argumentFlow(walker, meanings, call, argument, deeper));
  return changed(union(flows), 'transform');
}

function filterFlows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): readonly Flow[] {
  const filter = childOf(node, K.FilterClause);
  const where = filter && childOf(filter, K.WhereClause);
  return (where ? expressionsIn(where) : []).map((each) =>
    influence(walker.value(meanings, each, []), 'filter'),
  );
}

/** WITHIN GROUP (ORDER BY x) gives a value of x; ORDER BY among the arguments decides their order. */
function orderFlows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): readonly Flow[] {
  const within = childOf(node, K.WithinGroup);
  const list = childOf(node, K.Arguments);
  const given = within ? keysOf(within) : [];
  const ordering = list ? childrenOf(list, K.OrderByClause).flatMap((clause) => keysOf(clause)) : [];
  return [
    ...given.map((each) => changed(walker.value(meanings, each, []), 'aggregate')),
    ...ordering.map((each) => influence(walker.value(meanings, each, []), 'order')),
  ];
}

/** PARTITION BY, ORDER BY and the frame of OVER, also of a window that the query names. */
function windowFlows(walker: LineageWalker, meanings: Meanings, node: SyntaxNode): readonly Flow[] {
  const over = childOf(node, K.OverClause);
  const spec = over && windowOf(meanings, over);
  return (spec ? keysOf(spec, meanings) : []).map((each) =>
    influence(walker.value(meanings, each, []), 'order'),
  );
}

function windowOf(meanings: Meanings, over: SyntaxNode): SyntaxNode | undefined {
  const spec = childOf(over, K.WindowSpec);
  const name = childOf(over, K.Name);
  return spec ?? (name && namedWindow(meanings, over, nameOf(meanings.statement, name)));
}

function namedWindow(meanings: Meanings, from: SyntaxNode, name: string): SyntaxNode | undefined {
  for (let at: SyntaxNode | undefined = from.parent; at; at = at.parent) {
    for (const clause of childrenOf(at, K.WindowClause)) {
      for (const window of childrenOf(clause, K.NamedWindow)) {
        const own = childOf(window, K.Name);
        if (own && nameOf(meanings.statement, own).toLowerCase() === name.toLowerCase())
          return childOf(window, K.WindowSpec);
      }
    }
  }
  return undefined;
}

/** The expressions of clauses, and of the named window that a window builds on. */
function keysOf(node: SyntaxNode, meanings?: Meanings): readonly SyntaxNode[] {
  return node.children.flatMap((child) => {
    if (isExpression(child)) return [child];
    if (child.kind !== K.Name) return keysOf(child);
    const base = meanings && namedWindow(meanings, node, nameOf(meanings.statement, child));
    return base ? keysOf(base) : [];
  });
}
