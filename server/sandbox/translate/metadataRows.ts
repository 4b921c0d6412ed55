import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { argumentsOf, calledName, stringValue } from './nodes';
import type { TableHistory } from './environment';
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
  if (name === 'history_meta') return t.make(call)`(${historyOf(t, call).metaQuery})`;
  if (name === 'sample_meta') return t.make(call)`(${historyOf(t, call).samplesQuery})`;
  return undefined;
}

/** Of the table that the call names. */
function historyOf(t: Translation, call: SyntaxNode): TableHistory {
  const [argument] = argumentsOf(call);
  const name = stringValue(t.statement, argument);
  if (!argument || name === undefined)
    throw notSupported(t.statement, call, `${calledName(t.statement, call)} of other than a name`);
  const table = t.environment.table(name.split('.'));
  if (!table) throw tableNotFound(t.statement, argument, name);
  if (!table.history) throw notSupported(t.statement, call, `${calledName(t.statement, call)} of a view`);
  return table.history;
}
