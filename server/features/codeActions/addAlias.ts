import { expressionIn } from '../../analysis/expressionKinds';
import { quoted } from '../../analysis/names';
import { uniqueNames } from '../../base/uniqueNames';
import { ancestorOf, childOf } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { rangeOf } from '../../sql/tree';
import { nodeAtCursor } from '../names/nameAt';
import { aliasFor } from '../names/aliasFor';
import { editIn, type ActionContext, type CodeAction } from './codeAction';

/** A name for a computed column that has none. */
export function* addAlias({ placed, range, touched }: ActionContext): Generator<CodeAction> {
  const { model } = placed;
  // The finding has a fix of its own.
  if (touched.some(({ code }) => code === 'unaliased-column')) return;
  const node = nodeAtCursor(placed.statement, range.start);
  const item = node && ancestorOf(node, K.Projection);
  const select = item && ancestorOf(item, K.Select);
  const use = select && model.selects.get(select);
  const expression = item && expressionIn(item);
  const [column] = (item && use?.projected.get(item)) ?? [];
  if (!item || !use || !expression || !column?.unnamed || childOf(item, K.Alias)) return;
  const wanted = aliasFor(model, expression);
  if (wanted === undefined) return;
  const others = use.output.columns.filter((each) => each !== column).map(({ name }) => name);
  const inRows = use.rows.frame.kind === 'rows' ? use.rows.frame.rows.sources : [];
  // An alias must not take the place of a column that the query reads.
  const read = inRows.flatMap(({ schema }) => schema.columns.map(({ name }) => name));
  const alias = uniqueNames([...others, ...read, wanted]).at(-1) ?? wanted;
  const { end } = rangeOf(placed.statement, expression);
  yield {
    title: `Name the column ${alias}`,
    kind: 'refactor.rewrite',
    edits: [editIn(placed, end, end, ` AS ${quoted(alias)}`)],
  };
}
