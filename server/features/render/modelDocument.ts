import type { ModelOption } from '../../catalog/builtins/modelOptions';
import type { ModelType } from '../../catalog/builtins/modelTypes';
import { markdownText } from './markdownText';

/** What an option of a model means, what it takes, and what holds when it is not given. */
export function modelOptionDocument({ name, kind, initial, values, summary }: ModelOption): string {
  const takes = values ? values.map((value) => `\`'${value}'\``).join(', ') : kinds[kind];
  return [
    `**${markdownText(name)}** ${markdownText(summary)}`,
    `Takes ${takes}.${initial === undefined ? '' : ` Unless told: \`${initial}\`.`}`,
  ].join('\n\n');
}

const kinds: Readonly<Record<ModelOption['kind'], string>> = {
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  text: 'a text',
  column: "the name of a column, `'column'`",
};

/** What a type of model does, and the options that it takes. */
export function modelTypeDocument({ name, task, summary, options }: ModelType): string {
  const listed = options.map((option) =>
    option.initial === undefined ? option.name : `${option.name}=${option.initial}`,
  );
  return [
    `**${markdownText(name)}** (${task}) ${markdownText(summary)}`,
    `Options: ${listed.map((each) => `\`${each}\``).join(', ')}`,
  ].join('\n\n');
}
