import type { Argument, CallUse, Meanings } from '../model';
import { changed, influence, nothing, union, unknownFlow, type Flow } from './flow';
import { anyKey, type LineageWalker } from './lineageWalker';
import { queryOutput } from './queryOutput';

/** The fields that a column of a function that gives rows comes from; `index` counts the function's columns. */
export function generatorFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  index: number,
  path: readonly string[],
): Flow {
  const [first] = call.arguments;
  const name = call.name.toLowerCase();
  switch (name) {
    case 'explode':
    case 'explode_outer':
      return first ? elementFlow(walker, meanings, first, index, path) : unknownFlow;
    case 'posexplode':
    case 'posexplode_outer':
      if (!first) return unknownFlow;
      return index === 0
        ? influence(walker.value(meanings, first.node, []), 'filter')
        : elementFlow(walker, meanings, first, index - 1, path);
    case 'inline':
    case 'inline_outer':
      return first ? inlineFlow(walker, meanings, first, index, path) : unknownFlow;
    case 'json_tuple':
      return first ? changed(walker.value(meanings, first.node, []), 'transform') : unknownFlow;
    case 'stack':
      return stackFlow(walker, meanings, call, index, path);
    case 'model_predict':
    case 'model_evaluate':
      return modelFlow(walker, meanings, call, name === 'model_predict' ? 'transform' : 'aggregate');
    default:
      return otherFlow(walker, meanings, call);
  }
}

/** What decides how many rows a function gives: the arrays that it takes apart, or the rows of its query. */
export function generatorRows(walker: LineageWalker, meanings: Meanings, call: CallUse): Flow {
  return union(
    call.arguments.map((argument) => {
      if (argument.kind === 'query') return walker.rows(meanings, argument.node);
      return argument.kind === 'value'
        ? influence(walker.value(meanings, argument.node, []), 'filter')
        : nothing;
    }),
  );
}

function elementFlow(
  walker: LineageWalker,
  meanings: Meanings,
  argument: Argument,
  index: number,
  path: readonly string[],
): Flow {
  const isMap = argument.typed.type.kind === 'map';
  if (!isMap) return walker.value(meanings, argument.node, path);
  return walker.value(meanings, argument.node, index === 0 ? [] : [anyKey, ...path]);
}

function inlineFlow(
  walker: LineageWalker,
  meanings: Meanings,
  argument: Argument,
  index: number,
  path: readonly string[],
): Flow {
  const { type } = argument.typed;
  const struct = type.kind === 'array' && type.element.kind === 'struct' ? type.element : undefined;
  const field = struct?.fields[index];
  return walker.value(meanings, argument.node, field ? [field.name, ...path] : []);
}

/** stack(n, v1, v2, ...): the values in rows; a column holds every width-th of them. */
function stackFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  index: number,
  path: readonly string[],
): Flow {
  const [, ...values] = call.arguments;
  const width = call.rows?.columns.length ?? 1;
  const own = values.filter((_, at) => at % width === index);
  return union(own.map((argument) => walker.value(meanings, argument.node, path)));
}

/** A prediction comes from every column that the model is given. */
function modelFlow(
  walker: LineageWalker,
  meanings: Meanings,
  call: CallUse,
  way: 'transform' | 'aggregate',
): Flow {
  const query = call.arguments.find((argument) => argument.kind === 'query');
  const output = query && queryOutput(meanings, query.node);
  if (!output) return unknownFlow;
  const flows = output.columns.map((column) => changed(walker.column(column, []), way));
  return union(output.open ? [...flows, unknownFlow] : flows);
}

function otherFlow(walker: LineageWalker, meanings: Meanings, call: CallUse): Flow {
  if (!call.info) return unknownFlow;
  const values = call.arguments.filter((argument) => argument.kind === 'value');
  return changed(union(values.map((each) => walker.value(meanings, each.node, []))), 'transform');
}
