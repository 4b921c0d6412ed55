import { printType } from '../../catalog/typeText';
import type { Dataset, Field } from '../../catalog/types';
import { markdownText } from './markdownText';

const kinds = { dataset: 'Data set', view: 'View', sample: 'Sample' } as const;
const classes = {
  experienceevent: 'experience events',
  profile: 'profiles',
  record: 'records',
  adhoc: 'ad hoc schema',
} as const;

/** Title, schema, labels and columns of a data set, as Markdown. */
export function datasetDocument(dataset: Dataset): string {
  const { schema, labels = [] } = dataset;
  const title = dataset.title ?? dataset.table;
  const of = schema?.class ? ` of ${classes[schema.class]}` : '';
  return [
    `**${markdownText(title)}**`,
    `${kinds[dataset.kind]}${of}, table \`${dataset.table}\``,
    ...(schema?.title !== undefined ? [`Schema: ${markdownText(schema.title)}`] : []),
    ...(labels.length > 0 ? [`Labels: ${labels.map(markdownText).join(', ')}`] : []),
    columnList(dataset.columns),
  ].join('\n\n');
}

const shownColumns = 30;
const shownType = 60;

export function columnList(columns: readonly Pick<Field, 'name' | 'type'>[]): string {
  const lines = columns.slice(0, shownColumns).map(({ name, type }) => {
    const text = printType(type);
    return `- \`${name}\` ${markdownText(text.length > shownType ? `${text.slice(0, shownType)}...` : text)}`;
  });
  const more = columns.length > shownColumns ? [`- and ${columns.length - shownColumns} more`] : [];
  return [...lines, ...more].join('\n');
}
