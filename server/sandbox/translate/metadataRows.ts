import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { argumentsOf, calledName, stringValue } from './nodes';
import type { Fragment } from './fragment';
import { notSupported, tableNotFound } from './refusal';
import type { Translation } from './translation';

/** The rows of a SELECT of `history_meta('t')` alone; `undefined` for every other SELECT. */
export function metadataRows(t: Translation, select: SyntaxNode): Fragment | undefined {
  const [clause, ...others] = select.children;
  const projection = clause?.children.length === 1 ? clause.children[0] : undefined;
  const call = projection?.kind === NodeKind.Projection ? projection.children[0] : undefined;
  if (others.length > 0 || call?.kind !== NodeKind.FunctionCall) return undefined;
  const name = calledName(t.statement, call);
  if (name === 'history_meta') return historyMeta(t, call);
  if (name === 'sample_meta') throw notSupported(t.statement, call, name);
  return undefined;
}

function historyMeta(t: Translation, call: SyntaxNode): Fragment {
  const [argument] = argumentsOf(call);
  const name = stringValue(t.statement, argument);
  if (!argument || name === undefined)
    throw notSupported(t.statement, call, 'history_meta of other than a name');
  const table = t.environment.table(name.split('.'));
  if (!table) throw tableNotFound(t.statement, argument, name);
  if (!table.history) throw notSupported(t.statement, call, 'history_meta of a view');
  return t.make(call)`(${table.history.metaQuery})`;
}
