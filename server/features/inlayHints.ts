import type { TextRange } from '../base/textRange';
import type { AnalyzedStatement, FileModel } from '../analysis/analyzeFile';
import { expressionIn } from '../analysis/expressionKinds';
import type { Column, SelectUse, StatementModel } from '../analysis/model';
import { isUnknown } from '../analysis/types/builtinTypes';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { rangeOf, textOf } from '../sql/tree';
import { shortType } from './render/shortType';

export interface InlayHintOptions {
  /** The type of each output column. */
  readonly outputTypes: boolean;
  /** What the numbers in GROUP BY and ORDER BY stand for. */
  readonly groupByTargets: boolean;
}

export const noInlayHints: InlayHintOptions = { outputTypes: false, groupByTargets: false };

/** A remark between the letters of the text. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly kind: 'type' | 'target';
}

/** What the editor shows between the words of a part of a file: types of outputs, targets of ordinals. */
export function inlayHints(
  file: FileModel,
  range: TextRange,
  { outputTypes, groupByTargets }: InlayHintOptions,
): readonly InlayHint[] {
  if (!outputTypes && !groupByTargets) return [];
  return file.statements
    .filter((placed) => touchesRange(placed, range))
    .flatMap(({ model, offset }) =>
      [...model.selects.values()]
        .flatMap((select) => [
          ...(outputTypes && givesOutput(select.node) ? typeHints(model, select) : []),
          ...(groupByTargets ? targetHints(model, select) : []),
        ])
        .map((hint) => ({ ...hint, offset: hint.offset + offset })),
    )
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

function touchesRange({ offset, statement }: AnalyzedStatement, range: TextRange): boolean {
  return offset <= range.end && range.start <= offset + statement.text.length;
}

/** Of a statement, or of a named query; what a subquery gives is seen where it is read. */
function givesOutput(select: SyntaxNode): boolean {
  const query = select.parent?.kind === K.Query ? select.parent : undefined;
  const owner = query?.parent;
  return owner !== undefined && (owner.kind === K.CommonTable || ancestorOf(owner, K.Query) === undefined);
}

function typeHints({ statement }: StatementModel, { projected }: SelectUse): readonly InlayHint[] {
  return [...projected].flatMap(([item, columns]): readonly InlayHint[] => {
    const text = outputText(item, columns);
    return text === undefined ? [] : [{ offset: rangeOf(statement, item).end, text, kind: 'type' }];
  });
}

function outputText(item: SyntaxNode, columns: readonly Column[]): string | undefined {
  if (item.kind === K.Star) return columns.length > 0 ? `${columns.length} columns` : undefined;
  const [column] = columns;
  return columns.length === 1 && column && !isUnknown(column.type) ? shortType(column.type) : undefined;
}

function targetHints(model: StatementModel, { node, projected }: SelectUse): readonly InlayHint[] {
  const items = [...projected];
  const grouping = childOf(node, K.GroupByClause)?.children ?? [];
  const order = node.parent?.kind === K.Query ? childOf(node.parent, K.OrderByClause) : undefined;
  const keys = [
    ...grouping,
    ...(order ? childrenOf(order, K.SortItem) : []).flatMap((item) => expressionIn(item) ?? []),
  ];
  return keys.flatMap((key): readonly InlayHint[] => {
    const text = textOf(model.statement, key);
    const target =
      key.kind === K.Literal && /^\d+$/.test(text) ? targetText(model, items, Number(text)) : undefined;
    return target === undefined
      ? []
      : [{ offset: rangeOf(model.statement, key).end, text: target, kind: 'target' }];
  });
}

const longestTarget = 40;

/** The name of the column at a place of the list, else its expression. */
function targetText(
  model: StatementModel,
  items: readonly (readonly [SyntaxNode, readonly Column[]])[],
  place: number,
): string | undefined {
  const columns = items.flatMap(([item, made]) => made.map((column) => ({ item, column })));
  // Behind a star of unknown columns nobody can count.
  if (items.some(([, made]) => made.length === 0)) return undefined;
  const found = columns[place - 1];
  if (!found) return undefined;
  const { item, column } = found;
  const text = column.unnamed ? textOf(model.statement, item).replace(/\s+/g, ' ') : column.name;
  return text.length > longestTarget ? `${text.slice(0, longestTarget - 3)}...` : text;
}
