import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { identifier, quoted } from '../../store/sqlText';
import { columnName } from '../columnName';
import { separated, type Fragment } from '../fragment';
import { nameOf, namesOf, ownTokens, stringValue } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/**
 * Relation PIVOT ( aggregate, ... FOR column IN ( value, ... ) ): grouped by the column and all that no aggregate
 * names, and then a column for each value and aggregate. As in Spark, null stands where a group lacks the value, also
 * for a count.
 */
export function pivot(t: Translation, node: SyntaxNode): Fragment {
  const { source, aggregates, keys, values } = partsOf(t, node);
  const used = new Set(
    [...keys, ...aggregates].flatMap((each) => columnsIn(t, each, source)).map(identifier),
  );
  const keyNames = keys.map((_, index) => `pivot_key_${index}`);
  const resultNames = aggregates.map((_, index) => `pivot_value_${index}`);
  const computed = [
    ...keys.map((key, index) => t.make(key)`${t.emit(key)} AS ${keyNames[index] as string}`),
    ...aggregates.map((aggregate, index) => {
      const value = aggregate.children[0] as SyntaxNode;
      return t.make(aggregate)`${t.emit(value)} AS ${resultNames[index] as string}`;
    }),
  ];
  const columns = values.flatMap((value) =>
    aggregates.map((aggregate, index) => {
      const result = resultNames[index] as string;
      const name = nameOfColumn(t, value, aggregates.length > 1 ? aggregate : undefined);
      return t.make(
        value,
      )`any_value(${result}) FILTER (WHERE ${matches(t, value, keyNames)}) AS ${identifier(name)}`;
    }),
  );
  const at = t.statement.tokens.starts[node.first] as number;
  const grouped = t.make(
    node,
  )`SELECT * EXCLUDE (${[...used].join(', ')}), ${separated(computed, ', ', at)} FROM ${t.emit(source)} GROUP BY ALL`;
  return t.make(
    node,
  )`(SELECT * EXCLUDE (${[...keyNames, ...resultNames].join(', ')}), ${separated(columns, ', ', at)} FROM (${grouped}) GROUP BY ALL)${aliasOf(t, node)}`;
}

interface PivotParts {
  readonly source: SyntaxNode;
  readonly aggregates: readonly SyntaxNode[];
  readonly keys: readonly SyntaxNode[];
  readonly values: readonly SyntaxNode[];
}

function partsOf(t: Translation, node: SyntaxNode): PivotParts {
  const [source, ...rest] = node.children.filter(({ kind }) => kind !== NodeKind.TableAlias);
  const at = rest.findIndex(({ kind }) => kind !== NodeKind.Projection);
  const key = rest[at];
  if (!source || !key) throw notSupported(t.statement, node, 'this form of PIVOT');
  return {
    source,
    aggregates: rest.slice(0, at),
    keys: key.kind === NodeKind.ColumnList ? key.children : [key],
    values: rest.slice(at + 1),
  };
}

/** The columns of the source that an expression names. */
function columnsIn(t: Translation, node: SyntaxNode, source: SyntaxNode): readonly string[] {
  const alias = childOf(source, NodeKind.TableAlias);
  const aliasName = alias && childOf(alias, NodeKind.Name);
  const table = aliasName
    ? nameOf(t.statement, aliasName)
    : namesOf(t.statement, childOf(source, NodeKind.QualifiedName) ?? source).at(-1);
  if (node.kind === NodeKind.Name) return [nameOf(t.statement, node)];
  return [...descendants(node)]
    .filter(({ kind }) => kind === NodeKind.Path)
    .flatMap((path) => {
      const [first, second] = namesOf(t.statement, path);
      const isTable = second !== undefined && first?.toLowerCase() === table?.toLowerCase();
      return (isTable ? second : first) ?? [];
    });
}

function matches(t: Translation, value: SyntaxNode, keys: readonly string[]): Fragment {
  const [expression] = value.children;
  const parts = expression?.kind === NodeKind.Tuple ? expression.children : [expression];
  if (parts.length !== keys.length)
    throw notSupported(t.statement, value, 'PIVOT with values of another width');
  const conditions = parts.map(
    (part, index) =>
      t.make(value)`${keys[index] as string} IS NOT DISTINCT FROM ${t.emit(part as SyntaxNode)}`,
  );
  return separated(conditions, ' AND ', t.statement.tokens.starts[value.first] as number);
}

/** The value or its alias, and behind it the aggregate where there are several. */
function nameOfColumn(t: Translation, value: SyntaxNode, aggregate: SyntaxNode | undefined): string {
  const name = aliasName(t, value) ?? valueName(t, value.children[0] as SyntaxNode);
  if (!aggregate) return name;
  const [call] = aggregate.children;
  const called = aliasName(t, aggregate) ?? columnName(t.statement, call as SyntaxNode) ?? '';
  return `${name}_${called}`;
}

function aliasName(t: Translation, node: SyntaxNode): string | undefined {
  const alias = childOf(node, NodeKind.Alias);
  const name = alias && childOf(alias, NodeKind.Name);
  return name && nameOf(t.statement, name);
}

function valueName(t: Translation, value: SyntaxNode): string {
  if (value.kind === NodeKind.Tuple)
    return `{${value.children.map((part) => valueName(t, part)).join(', ')}}`;
  const text = stringValue(t.statement, value) ?? textOf(t.statement, value);
  if (value.kind === NodeKind.Literal && /^(null|true|false)$|^-?[\d.]+$/i.test(textOf(t.statement, value)))
    return text.toLowerCase();
  if (stringValue(t.statement, value) !== undefined) return text;
  throw notSupported(t.statement, value, 'PIVOT by a value that is not a number or a text, without an alias');
}

/** Relation UNPIVOT (INCLUDE NULLS)? ( value FOR name IN ( column, ... ) ) */
export function unpivot(t: Translation, node: SyntaxNode): Fragment {
  const [source, values, name, ...columns] = node.children.filter(({ kind }) => kind !== NodeKind.TableAlias);
  if (!source || !values || !name) throw notSupported(t.statement, node, 'this form of UNPIVOT');
  const at = t.statement.tokens.starts[node.first] as number;
  const list = separated(
    columns.map((column) => unpivotColumn(t, column)),
    ', ',
    at,
  );
  const nulls = ownTokens(t.statement, node).includes(T.INCLUDE) ? ' INCLUDE NULLS' : '';
  return t.make(
    node,
  )`(SELECT * FROM ${t.emit(source)} UNPIVOT${nulls} (${t.emit(values)} FOR ${t.emit(name)} IN (${list})))${aliasOf(t, node)}`;
}

/** A group of columns without an alias is called by their names. */
function unpivotColumn(t: Translation, column: SyntaxNode): Fragment {
  const [expression] = column.children;
  const group = expression?.kind === NodeKind.Tuple ? expression.children : [expression as SyntaxNode];
  const names = group.map((path) => namesOf(t.statement, path).at(-1) ?? '');
  const label = aliasName(t, column) ?? names.join('_');
  const columns = separated(
    group.map((path) => t.emit(path)),
    ', ',
    t.statement.tokens.starts[column.first] as number,
  );
  return t.make(column)`(${columns}) AS ${quoted(label)}`;
}

function aliasOf(t: Translation, node: SyntaxNode): Fragment {
  const alias = childrenOf(node, NodeKind.TableAlias).at(-1);
  return alias ? t.make(alias)` ${t.emit(alias)}` : t.make(node)` AS ${identifier('pivoted')}`;
}
