import type { DatasetNode } from './datasetNode';
import { nodePath } from './datasetNode';
import { fieldTypeText } from './fieldTypeText';

const classNames: Readonly<Record<string, string>> = {
  experienceevent: 'Experience events',
  profile: 'Profiles',
  record: 'Records',
  adhoc: 'Ad hoc table',
};

/** What the hover over a line of the Datasets view says, as Markdown. */
export function datasetTooltip(node: DatasetNode): string {
  const facts = node.kind === 'dataset' ? datasetFacts(node.dataset) : fieldFacts(node);
  return facts.filter((fact) => fact !== undefined).join('\n\n');
}

function datasetFacts(dataset: DatasetNode['dataset']): readonly (string | undefined)[] {
  const schema = dataset.schema?.class;
  return [
    dataset.title && `**${escaped(dataset.title)}**`,
    code(dataset.table),
    schema && (classNames[schema] ?? escaped(schema)),
    dataset.schema?.title && `Schema: ${escaped(dataset.schema.title)}`,
    labelsFact(dataset.labels),
  ];
}

function fieldFacts(node: DatasetNode & { readonly kind: 'field' }): readonly (string | undefined)[] {
  const { field } = node;
  return [
    field.title && `**${escaped(field.title)}**`,
    `${code(nodePath(node))}: ${code(fieldTypeText(field.type))}`,
    field.description && escaped(field.description),
    field.identity &&
      `${field.identity.primary ? 'Primary identity' : 'Identity'}, namespace ${escaped(field.identity.namespace)}`,
    labelsFact(field.labels),
  ];
}

function labelsFact(labels: readonly string[] | undefined): string | undefined {
  return labels?.length ? `Labels: ${labels.map(code).join(' ')}` : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}

/** Inline code; its fence is longer than any run of backticks inside. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return runs.length > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}
