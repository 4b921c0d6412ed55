import type { Field } from '../../catalog/types';
import { markdownText } from './markdownText';

/** Title, description, labels, identity and values of a field, as Markdown; `undefined` when none is known. */
export function fieldDocument(field: Field): string | undefined {
  const lines = [
    ...(field.title !== undefined ? [`**${markdownText(field.title)}**`] : []),
    ...(field.description !== undefined ? [markdownText(field.description)] : []),
    ...(field.labels && field.labels.length > 0
      ? [`Labels: ${field.labels.map(markdownText).join(', ')}`]
      : []),
    ...(field.identity ? [identityLine(field.identity)] : []),
    ...(field.enum && field.enum.length > 0 ? [valuesLine(field.enum)] : []),
  ];
  return lines.length > 0 ? lines.join('\n\n') : undefined;
}

function identityLine({ namespace, primary }: NonNullable<Field['identity']>): string {
  return `${primary ? 'Primary identity' : 'Identity'} of namespace ${markdownText(namespace)}`;
}

const shownValues = 20;

function valuesLine(values: readonly string[]): string {
  const shown = values.slice(0, shownValues).map((value) => `\`${value.replaceAll('`', '')}\``);
  const more = values.length > shownValues ? `, and ${values.length - shownValues} more` : '';
  return `Values: ${shown.join(', ')}${more}`;
}
