import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { identifier } from '../../store/sqlText';
import { joined, type Fragment } from '../fragment';
import { generatedRows } from '../generatedRows';
import { modelRows } from '../modelRows';
import { calledName, nameOf, ownTokens } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';

/** `LEFT SEMI JOIN` is `SEMI JOIN` in DuckDB; the same for ANTI. */
export function join(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  const kind = words.find((word) => word === T.SEMI || word === T.ANTI);
  if (kind === undefined) return t.copy(node);
  const [left, right, condition] = node.children;
  if (!left || !right) return t.copy(node);
  return joined([
    t.emit(left),
    t.make(right)` ${T[kind]} JOIN `,
    t.emit(right),
    t.make(right)` `,
    condition ? t.emit(condition) : t.make(node)`ON true`,
  ]);
}

/** MINUS is EXCEPT. */
export function setOperation(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  const [left, right] = node.children;
  if (!words.includes(T.MINUS) || !left || !right) return t.copy(node);
  return t.make(node)`${t.emit(left)} EXCEPT ${words.includes(T.ALL) ? 'ALL ' : ''}${t.emit(right)}`;
}

/** LATERAL VIEW OUTER? generator(...) v AS c, ... joins each row with the rows that the generator makes of it. */
export function lateralView(t: Translation, node: SyntaxNode): Fragment {
  const call = childOf(node, NodeKind.FunctionCall);
  const words = ownTokens(t.statement, node);
  const names = childrenOf(node, NodeKind.Name).map((name) => nameOf(t.statement, name));
  if (!call) throw notSupported(t.statement, node, 'LATERAL VIEW of other than a function');
  const generated = generatedRows(t, call);
  const hasAlias = names.length > 0 && (!words.includes(T.AS) || names.length > 1);
  const [alias, columns] = hasAlias ? [names[0] as string, names.slice(1)] : ['generated', names];
  const header = (columns.length > 0 ? columns : generated.columns).map(identifier).join(', ');
  const rows = t.make(node)`(${generated.sql}) AS ${identifier(alias)}(${header})`;
  return words.includes(T.OUTER)
    ? t.make(node)` LEFT JOIN LATERAL ${rows} ON true `
    : t.make(node)` CROSS JOIN LATERAL ${rows} `;
}

/** A function as a table: `explode(...)`, `range(...)`. */
export function tableFunction(t: Translation, node: SyntaxNode): Fragment {
  const call = childOf(node, NodeKind.FunctionCall);
  if (!call) throw notSupported(t.statement, node, 'this table function');
  const alias = childOf(node, NodeKind.TableAlias);
  const ofModel = modelRows(t, call);
  if (ofModel) {
    const named = alias ? t.emit(alias) : t.make(node)`AS ${calledName(t.statement, call)}`;
    return t.make(node)`(${ofModel}) ${named}`;
  }
  const generated = generatedRows(t, call);
  const lateral = ownTokens(t.statement, node).includes(T.LATERAL) ? 'LATERAL ' : '';
  const header = generated.columns.map(identifier).join(', ');
  const aliasName = alias && childOf(alias, NodeKind.Name);
  const aliasColumns = alias && childOf(alias, NodeKind.ColumnList);
  const name = identifier(aliasName ? nameOf(t.statement, aliasName) : 'generated');
  const columns = aliasColumns ? t.emit(aliasColumns) : t.make(node)`(${header})`;
  return t.make(node)`${lateral}(${generated.sql}) AS ${name}${columns}`;
}
