import { expressionIn } from '../../../analysis/expressionKinds';
import { hasWindow, isAggregated } from '../../../analysis/isAggregated';
import { quoted } from '../../../analysis/names';
import type { Missing, PathUse, StatementModel } from '../../../analysis/model';
import { isDoubleQuoted } from '../../../analysis/names';
import { missingPositions } from '../../../analysis/grouping/positions';
import { unlisted } from '../../../analysis/grouping/unlisted';
import { frames } from '../../../analysis/scope';
import { fieldsOf } from '../../../catalog/catalog';
import { printType } from '../../../catalog/typeText';
import type { DataType } from '../../../catalog/types';
import { ancestorOf, childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf, textOf } from '../../../sql/tree';
import { closestName } from '../../names/closestName';
import { columnsInScope, pathOfLeaf } from '../../names/columnsInScope';
import type { Fix } from '../diagnostic';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A column that no table of the query has, or a field that a struct does not have.
 *
 * Why: the query fails on the server. Fields of XDM structs are spelled in mixed case at many levels, and are
 * easily mistyped.
 * What to do: take the suggested name, or complete the path after its last dot that is right.
 *
 *     SELECT web.webPageDetails.nam FROM web_events
 */
export const unknownColumn: Rule = { code: 'unknown-column', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const use of model.paths.values()) {
    if (use.resolution.status !== 'missing') continue;
    // Spark reads a name in double quotes that is no column as a text.
    if (!isDoubleQuoted(model.statement, use.node)) yield missingName(model, use, use.resolution);
  }
  for (const { node, columns } of missingPositions(model)) {
    const range = rangeOf(model.statement, node);
    const there = columns === 1 ? 'there is only 1 column' : `there are ${columns} columns`;
    yield { range, message: `The select list has no column ${textOf(model.statement, node)}: ${there}` };
  }
  for (const node of unlisted(model)) {
    const message = `The column ${textOf(model.statement, node)} is not in the list of SELECT DISTINCT, so its rows cannot be sorted by it. Add it to the list`;
    yield { range: rangeOf(model.statement, node), message };
  }
  for (const { node, name, owner, columns } of model.missingColumns) {
    const meant = closestName(
      name,
      columns.map((column) => column.name),
    );
    const complaint = `${owner} has no column ${name}`;
    yield {
      range: rangeOf(model.statement, node),
      message: sentence(complaint, meant),
      fixes: fixes(model, node, meant),
    };
  }
  for (const { node, name, type } of model.missingFields) {
    const meant = closestName(
      name,
      fieldsOf(type).map((field) => field.name),
    );
    const isName = node.kind === NodeKind.Name;
    yield {
      range: rangeOf(model.statement, node),
      message: sentence(noField(name, type), meant),
      fixes: meant ? [replace(model, node, isName ? quoted(meant) : `'${meant}'`)] : [],
    };
  }
}

function missingName(model: StatementModel, use: PathUse, { at, searched }: Missing): Finding {
  const names = childrenOf(use.node, NodeKind.Name);
  const node = names[at] ?? use.node;
  const name = use.names[at] ?? '';
  const range = rangeOf(model.statement, node);
  switch (searched.kind) {
    case 'type': {
      const meant = closestName(
        name,
        fieldsOf(searched.type).map((field) => field.name),
      );
      const complaint = noField(name, searched.type, use.names.slice(0, at).join('.'));
      return { range, message: sentence(complaint, meant), fixes: fixes(model, node, meant) };
    }
    case 'source': {
      const { source } = searched;
      const meant = closestName(
        name,
        source.schema.columns.map((column) => column.name),
      );
      const complaint = `${source.qualifier.join('.')} has no column ${name}`;
      return { range, message: sentence(complaint, meant), fixes: fixes(model, node, meant) };
    }
    case 'scope':
      return missingColumn(model, use, node, name);
  }
}

function missingColumn(model: StatementModel, use: PathUse, node: SyntaxNode, name: string): Finding {
  const range = rangeOf(model.statement, node);
  const aliased = aliasedItem(model, use, name);
  if (aliased) {
    const message = `The alias ${name} of the same SELECT is not known here. Repeat its expression, or put the SELECT into a subquery`;
    const text = use.names.length === 1 ? repeated(model, aliased) : undefined;
    const fix = text === undefined ? [] : [{ title: 'Repeat its expression', edits: [{ range, text }] }];
    return { range, message, fixes: fix };
  }
  const [frame] = frames(use.scope);
  const columns = columnsInScope(use.scope);
  if (frame?.kind === 'rows' && frame.bare && columns.length === 0) {
    return { range, message: `Unknown column ${name}: the query has no FROM` };
  }
  const meant = closestName(
    name,
    columns.map((column) => column.name),
  );
  if (meant)
    return { range, message: sentence(`Unknown column ${name}`, meant), fixes: fixes(model, node, meant) };
  const path = pathOfLeaf(columns, name);
  const fix = path && replace(model, node, path.map(quoted).join('.'), path.join('.'));
  return { range, message: sentence(`Unknown column ${name}`, path?.join('.')), fixes: fix ? [fix] : [] };
}

/** WHERE and ON are evaluated before the select list, and so do not see its aliases. */
function aliasedItem(model: StatementModel, use: PathUse, name: string): SyntaxNode | undefined {
  const where = ancestorOf(use.node, NodeKind.WhereClause) ?? ancestorOf(use.node, NodeKind.OnClause);
  const select = where && ancestorOf(where, NodeKind.Select);
  const projected = select && model.selects.get(select)?.projected;
  const found = [...(projected ?? [])].find(
    ([item, columns]) =>
      childOf(item, NodeKind.Alias) !== undefined &&
      columns.some((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  return found?.[0];
}

const atoms: ReadonlySet<NodeKind> = new Set([
  NodeKind.Path,
  NodeKind.Literal,
  NodeKind.FunctionCall,
  NodeKind.Paren,
  NodeKind.Case,
]);

/** The expression of an item, where it can stand in a filter of single rows. */
function repeated(model: StatementModel, item: SyntaxNode): string | undefined {
  const expression = expressionIn(item);
  if (!expression) return undefined;
  if (isAggregated(model, expression) || hasWindow(model, expression)) return undefined;
  const text = textOf(model.statement, expression);
  return atoms.has(expression.kind) ? text : `(${text})`;
}

function noField(name: string, type: DataType, path?: string): string {
  const owner = path ?? 'The value';
  if (fieldsOf(type).length > 0) return `${owner} has no field ${name}`;
  return `${owner} is of type ${printType(type)} and has no field ${name}`;
}

function sentence(complaint: string, meant: string | undefined): string {
  return meant ? `${complaint}. Did you mean ${meant}?` : complaint;
}

function fixes(model: StatementModel, node: SyntaxNode, meant: string | undefined): readonly Fix[] {
  return meant ? [replace(model, node, quoted(meant), meant)] : [];
}

function replace(model: StatementModel, node: SyntaxNode, text: string, shown = text): Fix {
  return { title: `Change to ${shown}`, edits: [{ range: rangeOf(model.statement, node), text }] };
}
