import type {
  LineageColumn,
  LineageLabel,
  LineageSource,
  LineageWay,
  QueryLineage,
  TextPlace,
} from '../../server/protocol/language';

/** A line of the Lineage view. */
export type LineageNode =
  | { readonly kind: 'column'; readonly column: LineageColumn }
  | { readonly kind: 'rows'; readonly sources: readonly LineageSource[] }
  | { readonly kind: 'source'; readonly source: LineageSource }
  | { readonly kind: 'declassified'; readonly labels: readonly string[]; readonly reason: string };

/** The columns of a query, and last what decides which rows it has. */
export function lineageNodes({ columns, rows }: QueryLineage): readonly LineageNode[] {
  return [
    ...columns.map((column) => ({ kind: 'column', column }) as const),
    ...(rows.length > 0 ? [{ kind: 'rows', sources: rows } as const] : []),
  ];
}

export function lineageChildren(node: LineageNode): readonly LineageNode[] {
  if (node.kind === 'rows') return sourceNodes(node.sources);
  if (node.kind !== 'column') return [];
  const { sources, declassified } = node.column;
  return [
    ...sourceNodes(sources),
    ...declassified.map(({ labels, reason }) => ({ kind: 'declassified', labels, reason }) as const),
  ];
}

function sourceNodes(sources: readonly LineageSource[]): readonly LineageNode[] {
  return sources.map((source) => ({ kind: 'source', source }));
}

export function nodeLabel(node: LineageNode): string {
  switch (node.kind) {
    case 'column':
      return node.column.name;
    case 'rows':
      return 'Which rows';
    case 'source':
      return node.source.path;
    case 'declassified':
      return `${node.labels.join(', ')} declassified`;
  }
}

const longestType = 40;

/** What stands behind the label, in a paler colour. */
export function nodeDescription(node: LineageNode): string {
  switch (node.kind) {
    case 'column': {
      const { type, into, labels, complete } = node.column;
      const shown = type.length > longestType ? `${type.slice(0, longestType)}...` : type;
      return [
        shown,
        ...(into === null ? [] : [`into ${into}`]),
        ...labels.map(({ name }) => name),
        ...(complete ? [] : ['not all known']),
      ].join(' · ');
    }
    case 'rows':
      return 'decided by';
    case 'source':
      return [node.source.how.join(', '), ...node.source.labels, node.source.table].join(' · ');
    case 'declassified':
      return node.reason;
  }
}

/** What the pointer is told. */
export function nodeTooltip(node: LineageNode): string {
  if (node.kind === 'source')
    return [`${node.source.table}.${node.source.path}`, ...node.source.how.map((way) => wayText[way])].join(
      '\n',
    );
  if (node.kind !== 'column') return nodeDescription(node);
  const { name, type, labels, complete } = node.column;
  return [
    `${name}: ${type}`,
    ...labels.map(labelText),
    ...(complete ? [] : ['A name, table or template on the way is not known, so there may be more.']),
  ].join('\n');
}

const wayText: Readonly<Record<LineageWay, string>> = {
  copy: 'Passed on as it is',
  transform: 'Changed by an expression',
  aggregate: 'One value of many rows',
  filter: 'Decides which rows there are; passes on no label',
  join: 'Decides which rows are put together; passes on no label',
  group: 'Decides which rows are one; passes on no label',
  order: 'Decides what a window sees, or the order of rows; passes on no label',
};

function labelText({ name, meaning, restricted }: LineageLabel): string {
  const said = meaning === null ? name : `${name}: ${meaning}`;
  return restricted ? `${said}; the policy forbids it in the rows of a query` : said;
}

/** The name of a codicon. */
export function nodeIcon(node: LineageNode): string {
  switch (node.kind) {
    case 'column':
      return isRestricted(node) ? 'warning' : 'symbol-field';
    case 'rows':
      return 'filter';
    case 'source':
      return wayIcons[node.source.how[0] ?? 'copy'];
    case 'declassified':
      return 'unlock';
  }
}

const wayIcons: Readonly<Record<LineageWay, string>> = {
  copy: 'arrow-small-left',
  transform: 'symbol-operator',
  aggregate: 'combine',
  filter: 'filter',
  join: 'git-merge',
  group: 'group-by-ref-type',
  order: 'sort-precedence',
};

export function isRestricted(node: LineageNode): boolean {
  return node.kind === 'column' && node.column.labels.some(({ restricted }) => restricted);
}

/** Where it is written; `uri` is the document's own. */
export function nodePlace(node: LineageNode, uri: string): TextPlace | undefined {
  if (node.kind === 'column') return { uri, range: node.column.range };
  return node.kind === 'source' ? (node.source.place ?? undefined) : undefined;
}

/** What the query is, beside the title of the view. */
export function queryTitle({ kind, target }: QueryLineage): string {
  const words = { insert: 'insert into', prepared: 'prepared statement' };
  const what = kind === 'insert' || kind === 'prepared' ? words[kind] : kind;
  return target === null ? what : `${what} ${target}`;
}
