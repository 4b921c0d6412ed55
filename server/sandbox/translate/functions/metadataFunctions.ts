import type { SyntaxNode } from '../../../sql/node';
import type { Fragment } from '../fragment';
import { argumentsOf, calledName, stringValue } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import type { FunctionTable } from './functionRule';

export const metadataFunctions: FunctionTable = [
  ['table_exists', tableExists],
  ['history_meta', alone],
  ['sample_meta', alone],
];

function tableExists(t: Translation, call: SyntaxNode): Fragment {
  const name = stringValue(t.statement, argumentsOf(call)[0]);
  if (name === undefined) throw notSupported(t.statement, call, 'table_exists of other than a name');
  return t.make(call)`${String(t.environment.table(name.split('.')) !== undefined)}`;
}

/** These give rows, and are understood where they stand alone in a SELECT. */
function alone(t: Translation, call: SyntaxNode): Fragment {
  throw notSupported(t.statement, call, `${calledName(t.statement, call)} beside other columns`);
}
