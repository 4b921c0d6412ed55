import type { AnalyzedStatement } from '../../analysis/analyzeFile';
import { spaceOf } from '../../analysis/definitions';
import type { Definition, Schema, Source, StatementModel } from '../../analysis/model';
import { printType } from '../../catalog/typeText';
import type { SyntaxNode } from '../../sql/node';
import { columnList, datasetDocument } from '../render/datasetDocument';
import { markdownText, sqlBlock } from '../render/markdownText';

/** A table, view or CTE where it is named. */
export function tableMarkdown(placed: AnalyzedStatement, name: SyntaxNode): string | undefined {
  const { model } = placed;
  const meaning = model.tables.find((use) => use.node === name)?.meaning;
  if (meaning?.kind === 'dataset') return datasetDocument(meaning.dataset);
  if (meaning?.kind !== 'definition') return undefined;
  const { definition, schema } = meaning;
  const kind = definition.kind === 'cte' ? 'common table expression' : definition.kind;
  return sectionOf(
    `**${markdownText(definition.name)}**, ${kind} made in ${placeOf(placed, definition)}`,
    schema,
  );
}

/** Which file makes it: this one, as a name of the statement or of one before, or another. */
export function placeOf({ model, before }: AnalyzedStatement, definition: Definition): string {
  const isHere =
    model.definitions.includes(definition) ||
    before.find(spaceOf(definition), definition.name) === definition ||
    definition.statement === model.statement;
  return isHere ? 'this file' : 'another file of the workspace';
}

/** What an alias stands for. */
export function sourceMarkdown(source: Pick<Source, 'kind' | 'qualifier' | 'schema' | 'dataset'>): string {
  if (source.dataset) return datasetDocument(source.dataset);
  const name = source.qualifier.at(-1);
  return sectionOf(name === undefined ? 'Subquery' : `**${markdownText(name)}**`, source.schema);
}

function sectionOf(title: string, schema: Schema): string {
  return schema.columns.length > 0 ? `${title}\n\n${columnList(schema.columns)}` : title;
}

const shownColumns = 60;

/** The columns that `*` stands for. */
export function starMarkdown(model: StatementModel, star: SyntaxNode): string | undefined {
  for (const { projected } of model.selects.values()) {
    const columns = projected.get(star);
    if (!columns || columns.length === 0) continue;
    const lines = columns.slice(0, shownColumns).map(({ name, type }) => `${name}: ${printType(type)}`);
    const more = columns.length > shownColumns ? `\n\nand ${columns.length - shownColumns} more` : '';
    return `${columns.length} columns\n\n${sqlBlock(lines.join('\n'))}${more}`;
  }
  return undefined;
}
