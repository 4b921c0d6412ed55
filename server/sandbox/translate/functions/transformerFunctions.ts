import type { SyntaxNode } from '../../../sql/node';
import { arrayElements, readParameters } from '../../models/transform/parameters';
import { shapeOf } from '../../models/transform/shape';
import type { Input } from '../../models/transform/transformer';
import { transformers } from '../../models/transform/transformers';
import { textOf } from '../../../sql/tree';
import { separated } from '../fragment';
import { argumentsOf, calledName } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import type { FunctionRule, FunctionTable } from './functionRule';

/** Transformers outside TRANSFORM: those that learn nothing from rows. */
const transform: FunctionRule = (t, call) => {
  const name = calledName(t.statement, call);
  const transformer = transformers.get(name);
  if (!transformer?.read)
    throw notSupported(t.statement, call, `${name} outside of TRANSFORM, as it learns from rows`);
  const { columns, rest } = splitArguments(t, call, transformer.isVariadic);
  const inputs = columns.map((column, at) => inputOf(t, column, at));
  inputs.forEach(({ shape }, at) => {
    const kinds = transformer.takes[Math.min(at, transformer.takes.length - 1)] ?? [];
    if (!kinds.includes(shape.kind))
      throw notSupported(t.statement, columns[at] ?? call, `${name} with these arguments`);
  });
  const state = transformer.read(readParameters(t.statement, call, rest), inputs);
  const { sql } = transformer.make(state, inputs);
  const values = columns.map((column, at) => t.make(column)`__input_${String(at)} := ${t.emit(column)}`);
  const start = t.statement.tokens.starts[call.first] as number;
  // Its arguments under names of their own, which no lambda within takes for its own.
  return t.make(
    call,
  )`list_transform([struct_pack(${separated(values, ', ', start)})], lambda __given: ${sql})[1]`;
};

function splitArguments(
  t: Translation,
  call: SyntaxNode,
  isVariadic: boolean,
): { readonly columns: readonly SyntaxNode[]; readonly rest: readonly SyntaxNode[] } {
  const all = argumentsOf(call);
  if (!isVariadic) return { columns: all.slice(0, 1), rest: all.slice(1) };
  const [first] = all;
  const elements = all.length === 1 && first ? arrayElements(t.statement, first) : undefined;
  return { columns: elements ?? all, rest: [] };
}

function inputOf(t: Translation, node: SyntaxNode, at: number): Input {
  const type = t.environment.typeOf(node);
  return {
    name: textOf(t.statement, node),
    sql: `__given.__input_${at}`,
    shape: type ? shapeOf(type) : { kind: 'other', text: 'unknown' },
  };
}

export const transformerFunctions: FunctionTable = [...transformers.keys()].map((name) => [name, transform]);
