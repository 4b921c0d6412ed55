import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { joined, type Fragment } from '../fragment';
import { argumentsOf, calledName } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** How a call of a function of the dialect is written for DuckDB. */
export type FunctionRule = (t: Translation, call: SyntaxNode) => Fragment;

export type FunctionTable = readonly (readonly [string, FunctionRule])[];

/** DuckDB has the function under the same name, with the same meaning. */
export const same: FunctionRule = (t, call) => t.copy(call);

/** DuckDB, or a macro of ours, has it under another name. */
export function renamed(name: string): FunctionRule {
  return (t, call) => {
    const own = childOf(call, NodeKind.QualifiedName);
    return joined([t.make(call)`${name}`, t.copyWithout(call, (child) => child === own)]);
  };
}

/** A macro of the same name in the schema `spark`. */
export const macro: FunctionRule = (t, call) => renamed(`spark.${calledName(t.statement, call)}`)(t, call);

/** A function of `sandbox/functions` under the same name. */
export const computed: FunctionRule = (t, call) => renamed(`spark_${calledName(t.statement, call)}`)(t, call);

export type Build = (
  make: ReturnType<Translation['make']>,
  args: readonly Fragment[],
  call: { readonly t: Translation; readonly call: SyntaxNode; readonly arguments: readonly SyntaxNode[] },
) => Fragment | false | undefined;

/**
 * `build` puts a call together from its translated arguments, or answers `undefined` for arguments that it cannot
 * treat as Spark does. For functions that are neither aggregates nor windowed.
 */
export function built(build: Build): FunctionRule {
  return (t, call) => {
    const nodes = argumentsOf(call);
    const args = nodes.map((argument) => t.emit(argument));
    const result = build(t.make(call), args, { t, call, arguments: nodes });
    if (result) return result;
    throw notSupported(t.statement, call, `${calledName(t.statement, call)} with these arguments`);
  };
}

/** Names, separated by spaces, that all follow one rule. */
export function each(names: string, rule: FunctionRule): FunctionTable {
  return names.split(' ').map((name) => [name, rule] as const);
}
