import type { Column, Rows, SelectUse, StatementModel } from '../../analysis/model';
import { namesOf, quoted } from '../../analysis/names';
import { columnsOf } from '../../analysis/query/star';
import { uniqueNames } from '../../base/uniqueNames';
import type { DataType } from '../../catalog/types';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { nodeAtCursor } from '../names/nameAt';
import type { ActionContext, CodeAction } from './codeAction';
import { changedStatement } from './changedStatement';
import { listEdit } from './listEdit';
import { sameResult } from './sameResult';

/** More columns than anyone would read in a query. */
const mostColumns = 400;

/** `*` written out: the columns in the table's order, or each field of their structs as a column of its own. */
export function* expandStar(context: ActionContext): Generator<CodeAction> {
  const { placed, range } = context;
  const node = nodeAtCursor(placed.statement, range.start);
  const star = node && ancestorOf(node, K.Star);
  const select = star && ancestorOf(star, K.Select);
  const use = select && placed.model.selects.get(select);
  const columns = star && use && columnsOfStar(placed.model, use, star);
  if (!columns || columns.length > mostColumns) return;
  const write = (items: readonly string[]) => [listEdit(placed, star, items)];
  const edits = write(columns.map(({ text }) => text));
  if (!keepsColumns(placed.model, changedStatement(context, edits))) return;
  yield { title: 'Write out the columns', kind: 'refactor.rewrite', edits };
  const leaves = columns.flatMap(({ text, column }) => fieldsOf(text, [column.name], column.type));
  if (leaves.length === columns.length || leaves.length > mostColumns) return;
  const names = uniqueNames(leaves.map(({ path }) => path.join('_')));
  const items = leaves.map(({ text, path }, at) => {
    const name = names[at] ?? '';
    return path.length === 1 && path[0] === name ? text : `${text} AS ${quoted(name)}`;
  });
  yield { title: 'Write out the columns and their fields', kind: 'refactor.rewrite', edits: write(items) };
}

/** Each name of the list is found, and gives the column that the star gave. */
function keepsColumns(before: StatementModel, after: StatementModel): boolean {
  const none = new Map<SyntaxNode, never>();
  return (
    unclear(before) === unclear(after) && sameResult({ ...before, paths: none }, { ...after, paths: none })
  );
}

function unclear({ paths }: StatementModel): number {
  return [...paths.values()].filter(({ resolution }) => resolution.status !== 'found').length;
}

interface Written {
  readonly text: string;
  readonly column: Column;
}

/** `undefined` where some column is not known, or has no name to be read by. */
function columnsOfStar(
  model: StatementModel,
  use: SelectUse,
  star: SyntaxNode,
): readonly Written[] | undefined {
  const shown = use.projected.get(star) ?? [];
  const { frame } = use.rows;
  if (frame.kind !== 'rows' || shown.length === 0 || childOf(star, K.Projection)) return undefined;
  const { sources } = frame.rows;
  if (sources.some(({ schema }) => schema.open) || shown.some(({ unnamed }) => unnamed)) return undefined;
  const qualified = childOf(star, K.QualifiedName);
  if (qualified) {
    const owner = textOf(model.statement, qualified);
    return shown.map((column) => ({ text: `${owner}.${quoted(column.name)}`, column }));
  }
  if (sources.length === 1) return shown.map((column) => ({ text: quoted(column.name), column }));
  const left = new Set(
    childrenOf(star, K.ColumnList).flatMap((list) => namesOf(model.statement, list).map(lower)),
  );
  return columnsOfTables(frame.rows)?.filter(({ column }) => !left.has(lower(column.name)));
}

function lower(name: string): string {
  return name.toLowerCase();
}

/** As `*` gives them, each after the table that it is of; `undefined` where a table has no name, or shares it. */
function columnsOfTables({ sources, merged }: Rows): readonly Written[] | undefined {
  const owners = sources.map(({ qualifier }) => qualifier.map(quoted).join('.'));
  if (owners.includes('') || new Set(owners.map(lower)).size < owners.length) return undefined;
  const shared = new Set(merged.map(({ name }) => lower(name)));
  const others = sources.flatMap((source, at) =>
    columnsOf(source)
      .filter(({ name }) => !shared.has(lower(name)))
      .map((column) => ({ text: `${owners[at] ?? ''}.${quoted(column.name)}`, column })),
  );
  return [...merged.map((column) => ({ text: quoted(column.name), column })), ...others];
}

interface Leaf {
  readonly text: string;
  readonly path: readonly string[];
}

/** The fields within structs; arrays and maps stay as they are. */
function fieldsOf(text: string, path: readonly string[], type: DataType): readonly Leaf[] {
  if (type.kind !== 'struct' || type.fields.length === 0) return [{ text, path }];
  return type.fields.flatMap((field) =>
    fieldsOf(`${text}.${quoted(field.name)}`, [...path, field.name], field.type),
  );
}
