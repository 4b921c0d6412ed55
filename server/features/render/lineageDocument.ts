import { isValue, wayOrder, type Flow, type Reach } from '../../analysis/lineage/flow';
import type { Field } from '../../catalog/types';
import { labelWithMeaning } from '../../catalog/labelMeaning';
import { labelsOf } from '../lineageReport';
import { markdownText } from './markdownText';

/**
 * Where a value comes from and the labels that it carries, as Markdown; of one that is a field as it is, only the
 * labels that the field does not say itself.
 */
export function lineageLines(flow: Flow, field: Field | undefined): readonly string[] {
  const own = field?.labels ?? [];
  const { labels, declassified } = labelsOf(flow);
  const isSaid = declassified.length === 0 && labels.every((label) => own.includes(label));
  return [...(field ? [] : sourcesLine(flow)), ...(isSaid ? [] : labelLines(flow))];
}

const shownSources = 5;

/** The sources by value. */
function sourcesLine(flow: Flow): readonly string[] {
  const sources = [...flow.reaches.values()].filter(isValue);
  if (sources.length === 0) return [];
  const shown = sources.slice(0, shownSources).map(sourceText).join(', ');
  const more = sources.length > shownSources ? ` and ${sources.length - shownSources} more` : '';
  return [`Comes from ${shown}${more}`];
}

function sourceText(reach: Reach): string {
  const ways = wayOrder.slice(0, 3).filter((way) => reach.ways.has(way));
  return `\`${reach.field.name.replaceAll('`', '')}\` (${ways.join(', ')})`;
}

/** The labels that a value carries, and those that were ended on its way. */
function labelLines(flow: Flow): readonly string[] {
  const { labels, declassified } = labelsOf(flow);
  return [
    ...(labels.length > 0 ? [`Carries ${labels.map(labelWithMeaning).map(markdownText).join(', ')}`] : []),
    ...declassified.map(
      (each) =>
        `${each.labels.join(', ')} declassified in ${markdownText(each.column)}: ${markdownText(each.reason)}`,
    ),
  ];
}
