import { NodeKind } from '../../../sql/nodeKind';
import { descendants, type SyntaxNode } from '../../../sql/node';
import type { XdmProperty } from '../../../platform/xdm';
import { tokenText } from '../../../sql/tree';
import { TokenKind as T } from '../../../sql/tokenKind';
import { identifier, quoted } from '../../store/sqlText';
import type { KnownTable } from '../environment';
import { joined, type Fragment } from '../fragment';
import { nameOf, namesOf, ownTokens, stringValue, wholeNumber } from '../nodes';
import { sparkString } from '../sparkString';
import type { Translation } from '../translation';

/**
 * A column or a path into it. A name in double quotes beside a comparison that names nothing known is a string, and
 * a field of an array of structs is the array of the field's values.
 */
export function path(t: Translation, node: SyntaxNode): Fragment {
  if (isStringInQuotes(t, node)) {
    return t.make(node)`${quoted(sparkString(tokenText(t.statement, node.first)))}`;
  }
  const array = arrayPrefix(t, node);
  if (array === undefined) return t.copy(node);
  const names = node.children.filter(({ kind }) => kind === NodeKind.Name);
  const prefix = joined(
    names
      .slice(0, array)
      .flatMap((name, index) => (index === 0 ? [t.emit(name)] : [t.make(name)`.`, t.emit(name)])),
  );
  const fields = names.slice(array).map((name) => identifier(nameOf(t.statement, name)));
  return t.make(node)`list_transform(${prefix}, lambda item: item.${fields.join('.')})`;
}

/** Arrays are counted from 0, and nothing stands before the first element; a text is a key. */
export function index(t: Translation, node: SyntaxNode): Fragment {
  const [value, at] = node.children;
  if (!value || !at || stringValue(t.statement, at) !== undefined || isMapCall(t, value)) return t.copy(node);
  const number = wholeNumber(t.statement, at);
  if (number === undefined) {
    const position = t.emit(at);
    return t.make(node)`${t.emit(value)}[CASE WHEN ${position} >= 0 THEN ${position} + 1 END]`;
  }
  return number < 0n ? t.make(node)`NULL` : t.make(node)`${t.emit(value)}[${String(number + 1n)}]`;
}

/** Functions of maps, whose keys may be numbers. */
function isMapCall(t: Translation, node: SyntaxNode): boolean {
  const name = node.kind === NodeKind.FunctionCall ? node.children[0] : undefined;
  return (
    name !== undefined &&
    /^(map|transform_(keys|values)|str_to_map)/i.test(namesOf(t.statement, name).join('.'))
  );
}

function isStringInQuotes(t: Translation, node: SyntaxNode): boolean {
  const [name, ...more] = node.children;
  if (!name || more.length > 0 || ownTokens(t.statement, name)[0] !== T.DoubleQuoted) return false;
  switch (node.parent?.kind) {
    case NodeKind.Binary:
    case NodeKind.In:
    case NodeKind.Like:
    case NodeKind.Between:
      return !isKnownName(t, nameOf(t.statement, name).toLowerCase());
    default:
      return false;
  }
}

/** Something in the statement could be meant by the name: a column or field of a table, or an alias. */
function isKnownName(t: Translation, name: string): boolean {
  for (const node of descendants(t.statement.root)) {
    if (
      node.kind === NodeKind.Name &&
      isDefinition(node) &&
      nameOf(t.statement, node).toLowerCase() === name
    ) {
      return true;
    }
  }
  return tablesOf(t).some(({ columns }) => columns === undefined || hasField(columns, name));
}

function isDefinition(name: SyntaxNode): boolean {
  switch (name.parent?.kind) {
    case NodeKind.Alias:
    case NodeKind.TableAlias:
    case NodeKind.ColumnList:
    case NodeKind.CommonTable:
    case NodeKind.Lambda:
    case NodeKind.LateralView:
      return true;
    default:
      return false;
  }
}

function tablesOf(t: Translation): readonly KnownTable[] {
  const tables: KnownTable[] = [];
  for (const node of descendants(t.statement.root)) {
    if (node.kind !== NodeKind.TableRef || !node.children[0]) continue;
    const table = t.environment.table(namesOf(t.statement, node.children[0]));
    if (table) tables.push(table);
  }
  return tables;
}

function hasField(properties: Readonly<Record<string, XdmProperty>>, name: string): boolean {
  return Object.entries(properties).some(([key, property]) => {
    if (key.toLowerCase() === name) return true;
    const inner = property.properties ?? property.items?.properties;
    return inner !== undefined && hasField(inner, name);
  });
}

/** How many names of a path lead to an array, when there are more of them; `undefined` for other paths. */
function arrayPrefix(t: Translation, node: SyntaxNode): number | undefined {
  const names = namesOf(t.statement, node).map((name) => name.toLowerCase());
  if (names.length < 2) return undefined;
  for (const { columns } of tablesOf(t)) {
    const found = columns && (arrayWithin(columns, names, 0) ?? arrayWithin(columns, names, 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Follows `names` from `start` on through structs up to an array that is not the last name. */
function arrayWithin(
  columns: Readonly<Record<string, XdmProperty>>,
  names: readonly string[],
  start: number,
): number | undefined {
  let properties: Readonly<Record<string, XdmProperty>> | undefined = columns;
  for (let at = start; at < names.length && properties; at++) {
    const found: XdmProperty | undefined = Object.entries(properties).find(
      ([key]) => key.toLowerCase() === names[at],
    )?.[1];
    if (found?.items?.properties && at + 1 < names.length) return at + 1;
    properties = found?.properties;
  }
  return undefined;
}
