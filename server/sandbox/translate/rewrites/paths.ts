import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { tokenText } from '../../../sql/tree';
import { identifier, quoted } from '../../store/sqlText';
import { isVoid } from '../duckdbType';
import { separated, type Fragment } from '../fragment';
import { nameOf, stringValue, wholeNumber } from '../nodes';
import { sparkString } from '../sparkString';
import type { Translation } from '../translation';
import { windowColumn } from './timeWindow';

/**
 * A column or a path into it. A name in double quotes that names nothing is a text, and a field of an array of structs
 * is the array of the field's values.
 */
export function path(t: Translation, node: SyntaxNode): Fragment {
  if (t.environment.isText(node)) {
    return t.make(node)`${quoted(sparkString(tokenText(t.statement, node.first)))}`;
  }
  const window = windowColumn(t, node);
  if (window) return window;
  const [array, ...deeper] = t.environment.arraysIn(node);
  const names = node.children.filter(({ kind }) => kind === NodeKind.Name);
  if (array === undefined) return isLambdaParameter(t, node) ? dotted(t, node, names) : t.copy(node);
  const start = dotted(t, node, names.slice(0, array));
  const fields = names.map((name) => identifier(nameOf(t.statement, name)));
  return t.make(node)`${valuesWithin(t, node, start, { fields, at: array, deeper })}`;
}

/** DuckDB takes `x.a` for a field of a column, also where a lambda has a parameter `x`; `(x).a` is the parameter's. */
function dotted(t: Translation, node: SyntaxNode, names: readonly SyntaxNode[]): Fragment {
  const [first, ...rest] = names.map((name) => t.emit(name));
  const value = names[0] && t.lambdaParameters.valueOf(nameOf(t.statement, names[0]));
  const head = first && isLambdaParameter(t, node) ? t.make(node)`(${value ?? first})` : first;
  return separated([...(head ? [head] : []), ...rest], '.', t.statement.tokens.starts[node.first] as number);
}

function isLambdaParameter(t: Translation, node: SyntaxNode): boolean {
  const first = childOf(node, NodeKind.Name);
  if (!first) return false;
  const name = nameOf(t.statement, first).toLowerCase();
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind !== NodeKind.Lambda) continue;
    const body = at.children.at(-1);
    const parameters = at.children.filter((child) => child !== body);
    if (parameters.some((parameter) => nameOf(t.statement, parameter).toLowerCase() === name)) return true;
  }
  return false;
}

/** The values of the fields from `at` on, for each item of the array. */
function valuesWithin(
  t: Translation,
  node: SyntaxNode,
  array: Fragment,
  path: { readonly fields: readonly string[]; readonly at: number; readonly deeper: readonly number[] },
): Fragment {
  const { fields, at, deeper } = path;
  const [next, ...rest] = deeper;
  const item = `__item${at}`;
  const value = t.make(node)`${[item, ...fields.slice(at, next)].join('.')}`;
  const inner = next === undefined ? value : valuesWithin(t, node, value, { fields, at: next, deeper: rest });
  return t.make(node)`list_transform(${array}, lambda ${item}: ${inner})`;
}

/** A field of what an expression gives: of an array of structs, the array of the field's values. */
export function fieldAccess(t: Translation, node: SyntaxNode): Fragment {
  const [value] = node.children;
  const name = childOf(node, NodeKind.Name);
  if (!value || !name || t.environment.typeOf(value)?.kind !== 'array') return t.copy(node);
  return t.make(node)`list_transform(${t.emit(value)}, lambda __item: __item.${t.emit(name)})`;
}

/** Arrays are counted from 0, and nothing stands before the first element; a text is a key. */
export function index(t: Translation, node: SyntaxNode): Fragment {
  const [value, at] = node.children;
  if (!value || !at || stringValue(t.statement, at) !== undefined || isMap(t, value)) return t.copy(node);
  const number = wholeNumber(t.statement, at);
  if (number === undefined) {
    // DuckDB's null of no type would stand for the item's.
    if (isVoid(t.environment.typeOf(at))) return t.make(node)`CASE WHEN false THEN ${t.emit(value)}[1] END`;
    const position = t.emit(at);
    return t.make(node)`${t.emit(value)}[CASE WHEN ${position} >= 0 THEN ${position} + 1 END]`;
  }
  return number < 0n ? t.make(node)`NULL` : t.make(node)`${t.emit(value)}[${String(number + 1n)}]`;
}

/** The keys of a map may be numbers. */
function isMap(t: Translation, node: SyntaxNode): boolean {
  return t.environment.typeOf(node)?.kind === 'map';
}
