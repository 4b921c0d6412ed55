import type { SyntaxNode } from '../../sql/node';
import { childrenOf } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Argument, CallUse, Column, Meanings } from '../model';
import { changed, influence, nothing, union, unknownFlow, type Flow } from './flow';
import { anyKey, type LineageWalker } from './lineageWalker';

type Parameter =
  { readonly kind: 'element' | 'key' | 'entry'; readonly of: number } | { readonly kind: 'none' };

const element = (of: number): Parameter => ({ kind: 'element', of });
const key = (of: number): Parameter => ({ kind: 'key', of });
const entry = (of: number): Parameter => ({ kind: 'entry', of });
const none: Parameter = { kind: 'none' };

/** What the parameters of a function's lambdas are: elements, keys or values of which argument. */
const parametersOf: Readonly<Record<string, readonly Parameter[]>> = {
  transform: [element(0), none],
  filter: [element(0), none],
  exists: [element(0)],
  forall: [element(0)],
  array_sort: [element(0), element(0)],
  zip_with: [element(0), element(1)],
  map_filter: [key(0), entry(0)],
  transform_keys: [key(0), entry(0)],
  transform_values: [key(0), entry(0)],
  map_zip_with: [key(0), entry(0), entry(1)],
  // What the first parameter holds is what the lambda gave before, which the fold has anyway.
  aggregate: [none, element(0)],
  reduce: [none, element(0)],
};

/** The fields that a parameter of a lambda comes from. */
export function lambdaParameterFlow(
  walker: LineageWalker,
  meanings: Meanings,
  column: Column,
  path: readonly string[],
): Flow {
  const { origin } = column;
  const lambda = origin.kind === 'definition' ? origin.node.parent : undefined;
  const call = lambda && callAround(meanings, lambda);
  if (origin.kind !== 'definition' || !lambda || !call) return unknownFlow;
  const index = childrenOf(lambda, K.Name).indexOf(origin.node);
  const parameters = parametersOf[call.name.toLowerCase()];
  const parameter = parameters?.[index];
  if (!parameters) return union(valuesOf(call).map((each) => walker.value(meanings, each.node, [])));
  if (!parameter || parameter.kind === 'none') return nothing;
  const argument = call.arguments[parameter.of];
  if (argument?.kind !== 'value') return unknownFlow;
  return walker.value(meanings, argument.node, pathFrom(parameter.kind, path));
}

function pathFrom(kind: 'element' | 'key' | 'entry', path: readonly string[]): readonly string[] {
  if (kind === 'entry') return [anyKey, ...path];
  return kind === 'key' ? [] : path;
}

function callAround(meanings: Meanings, lambda: SyntaxNode): CallUse | undefined {
  for (let at = lambda.parent; at; at = at.parent) {
    const call = meanings.calls.get(at);
    if (call) return call;
  }
  return undefined;
}

function valuesOf(call: CallUse): readonly Argument[] {
  return call.arguments.filter((argument) => argument.kind === 'value');
}

/** Functions of which the result is made by the lambdas alone, and those that fold. */
const madeByLambda = ['transform', 'exists', 'forall', 'zip_with', 'map_zip_with', 'aggregate', 'reduce'];

/**
 * A call with lambdas. Where the result is made of what the lambdas give, a field of an array's structs counts only
 * when a lambda reads it; where elements are kept or dropped, the lambda decides.
 */
export function higherOrderFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  path: readonly string[],
): Flow {
  const name = call.name.toLowerCase();
  const lambdas = call.arguments.filter((argument) => argument.kind === 'lambda');
  const bodies = lambdas.map(({ node }) => {
    const body = node.children.at(-1);
    return body ? walker.value(meanings, body, name === 'transform' ? path : []) : nothing;
  });
  const [collection, ...others] = valuesOf(call);
  const rest = others.map((each) => walker.value(meanings, each.node, []));
  if (!collection) return changed(union(bodies), 'transform');
  if (!madeByLambda.includes(name)) {
    const kept = walker.value(meanings, collection.node, name === 'filter' ? path : []);
    const said = name === 'filter' ? bodies.map((body) => influence(body, 'filter')) : bodies;
    return changed(union([kept, ...said, ...rest]), 'transform');
  }
  const made = union([...bodies, ...(name === 'zip_with' || name === 'map_zip_with' ? [] : rest)]);
  // `transform(a, x -> 1)` has as many elements as `a`.
  const whole = made.reaches.size > 0 ? nothing : walker.value(meanings, collection.node, []);
  return changed(union([made, whole]), 'transform');
}
