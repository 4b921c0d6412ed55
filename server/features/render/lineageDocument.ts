import { isValue, wayOrder, type Flow, type Reach } from '../../analysis/lineage/flow';
import { labelWithMeaning } from '../../catalog/labelMeaning';
import { labelsOf } from '../lineageReport';
import { markdownText } from './markdownText';

const shownSources = 5;

/** Where a value comes from, as Markdown: its sources by value; `undefined` when there is none. */
export function sourcesLine(flow: Flow): string | undefined {
  const sources = [...flow.reaches.values()].filter(isValue);
  if (sources.length === 0) return undefined;
  const shown = sources.slice(0, shownSources).map(sourceText).join(', ');
  const more = sources.length > shownSources ? ` and ${sources.length - shownSources} more` : '';
  return `Comes from ${shown}${more}`;
}

function sourceText(reach: Reach): string {
  const ways = wayOrder.slice(0, 3).filter((way) => reach.ways.has(way));
  return `\`${reach.field.name.replaceAll('`', '')}\` (${ways.join(', ')})`;
}

/** The labels that a value carries, and those that were ended on its way, as Markdown. */
export function labelLines(flow: Flow): readonly string[] {
  const { labels, declassified } = labelsOf(flow);
  return [
    ...(labels.length > 0 ? [`Carries ${labels.map(labelWithMeaning).map(markdownText).join(', ')}`] : []),
    ...declassified.map(
      (each) =>
        `${each.labels.join(', ')} declassified in ${markdownText(each.column)}: ${markdownText(each.reason)}`,
    ),
  ];
}
