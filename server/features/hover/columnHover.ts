import { columnLineage } from '../../analysis/lineage/statementLineage';
import type { Column, Found, Source, StatementModel } from '../../analysis/model';
import { nameOf, namesOf } from '../../analysis/names';
import { printType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { fieldOf, fieldOfColumn } from '../names/fieldOf';
import { fieldDocument } from '../render/fieldDocument';
import { lineageLines } from '../render/lineageDocument';
import { markdownText, sqlBlock } from '../render/markdownText';
import { sourceMarkdown } from './tableHover';

/** The name at `index` of a path: a table, a column, or a field with its full path. */
export function pathMarkdown(model: StatementModel, path: SyntaxNode, index: number): string | undefined {
  const resolution = model.paths.get(path)?.resolution;
  if (resolution?.status !== 'found') return undefined;
  const { qualifiers, source, column, fields } = resolution;
  if (index < qualifiers) return source && sourceMarkdown(source);
  const names = namesOf(model.statement, path).slice(qualifiers + 1, index + 1);
  const shown = [column.name, ...names.map((name, at) => fields[at]?.name ?? name)].join('.');
  const depth = index - qualifiers;
  const field = depth === 0 ? fieldOfColumn(column) : fields[depth - 1];
  const type = depth === 0 ? column.type : typeAt(resolution, depth);
  return [
    sqlBlock(
      `${shown}: ${printType(type)}${nullability(depth === 0 && !source?.outerJoined ? column.nullable : true)}`,
    ),
    ...(field ? [fieldDocument(field)] : []),
    ...(field ? [] : [expressionLine(column)]),
    ...lineageLines(columnLineage(column, names), field),
    source && originLine(source),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** Nearly all may be null, so that only what cannot be is told. */
function nullability(nullable: boolean): string {
  return nullable ? '' : ' NOT NULL';
}

function typeAt(found: Found, depth: number): DataType {
  return depth === found.fields.length ? found.type : (found.fields[depth - 1]?.type ?? found.type);
}

function originLine(source: Source): string | undefined {
  const { dataset, definition, qualifier } = source;
  if (dataset) return `From ${markdownText(dataset.title ?? dataset.table)}, table \`${dataset.table}\``;
  const name = definition?.name ?? qualifier.at(-1);
  return name === undefined ? undefined : `From \`${name}\``;
}

/** How a computed column is made. */
function expressionLine({ origin }: Column): string | undefined {
  if (origin.kind !== 'expression' || origin.node.kind !== K.Projection) return undefined;
  const [expression] = origin.node.children;
  return expression && sqlBlock(`= ${shortened(textOf(origin.meanings.statement, expression))}`);
}

const longest = 300;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} ...` : text;
}

export function fieldAccessMarkdown(model: StatementModel, access: SyntaxNode): string | undefined {
  const typed = model.types.get(access);
  const name = childOf(access, K.Name);
  if (!typed || !name) return undefined;
  const field = fieldOf(model, access);
  const document = field && fieldDocument(field);
  const head = sqlBlock(`${nameOf(model.statement, name)}: ${printType(typed.type)}`);
  return document === undefined ? head : `${head}\n\n${document}`;
}

/** The alias of a projection, of a table, or the name of a CTE. */
export function aliasMarkdown(model: StatementModel, alias: SyntaxNode): string | undefined {
  const owner = alias.kind === K.CommonTable ? alias : alias.parent;
  if (owner?.kind === K.Projection) {
    for (const { projected } of model.selects.values()) {
      const columns = projected.get(owner);
      if (columns) return outputMarkdown(columns);
    }
    return undefined;
  }
  if (owner?.kind === K.CommonTable) {
    const definition = model.definitions.find((each) => each.node.parent === owner);
    return (
      definition && sourceMarkdown({ kind: 'cte', qualifier: [definition.name], schema: definition.schema })
    );
  }
  for (const { rows } of model.selects.values()) {
    const sources = rows.frame.kind === 'rows' ? rows.frame.rows.sources : [];
    const source = sources.find((each) => each.node === owner);
    if (source) return sourceMarkdown(source);
  }
  return undefined;
}

/** The columns that a projection makes; where a single one comes from. */
function outputMarkdown(columns: readonly Column[]): string {
  const head = sqlBlock(
    columns
      .map(({ name, type, nullable }) => `${name}: ${printType(type)}${nullability(nullable)}`)
      .join('\n'),
  );
  const [only, second] = columns;
  if (!only || second) return head;
  return [head, ...lineageLines(columnLineage(only), undefined)].join('\n\n');
}

export function variableMarkdown(model: StatementModel, node: SyntaxNode): string | undefined {
  const use = model.variables.find((each) => each.node === node);
  const type = use?.definition?.value?.type;
  return use && type && sqlBlock(`${use.name}: ${printType(type)}`);
}
