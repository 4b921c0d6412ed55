import { NodeKind } from '../../../sql/nodeKind';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { identifier } from '../../store/sqlText';
import { separated, type Fragment } from '../fragment';
import { argumentsOf, nameOf, namesOf, stringValue } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import type { FunctionTable } from './functionRule';

export const structFunctions: FunctionTable = [
  ['struct', (t, call) => structOf(t, call, argumentsOf(call))],
  ['named_struct', namedStruct],
];

/** A struct of values, with or without AS. Without a name a field is called by its column, or col1, col2, ... by its place. */
export function structOf(t: Translation, node: SyntaxNode, values: readonly SyntaxNode[]): Fragment {
  const fields = values.map((argument, index) => {
    const alias = argument.kind === NodeKind.Projection ? childOf(argument, NodeKind.Alias) : undefined;
    const value = argument.kind === NodeKind.Projection ? (argument.children[0] as SyntaxNode) : argument;
    const name = alias && childOf(alias, NodeKind.Name);
    return t.make(
      argument,
    )`${identifier(name ? nameOf(t.statement, name) : fieldName(t, value, index))}: ${t.emit(value)}`;
  });
  return t.make(node)`{${separated(fields, ', ', 0)}}`;
}

function fieldName(t: Translation, value: SyntaxNode, index: number): string {
  const last = value.kind === NodeKind.Path ? namesOf(t.statement, value).at(-1) : undefined;
  return last ?? `col${index + 1}`;
}

function namedStruct(t: Translation, call: SyntaxNode): Fragment {
  const args = argumentsOf(call);
  const fields: Fragment[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const name = stringValue(t.statement, args[at]);
    if (name === undefined)
      throw notSupported(t.statement, args[at] as SyntaxNode, 'a field name that is not a text');
    fields.push(t.make(args[at] as SyntaxNode)`${identifier(name)}: ${t.emit(args[at + 1] as SyntaxNode)}`);
  }
  return t.make(call)`{${separated(fields, ', ', 0)}}`;
}
