import { expect, test } from 'vitest';
import {
  isRestricted,
  lineageChildren,
  lineageNodes,
  nodeDescription,
  nodeIcon,
  nodeLabel,
  nodePlace,
  nodeTooltip,
  queryTitle,
  type LineageNode,
} from '../../../client/lineage/lineageNode';
import type { LineageColumn, QueryLineage } from '../../../server/protocol/language';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } };

const read = { uri: 'file:///made.fsql', range };

const mails: LineageColumn = {
  name: 'mails',
  type: 'bigint',
  into: null,
  range,
  sources: [
    {
      table: 'web_events',
      path: '_acme.email',
      how: ['aggregate', 'filter'],
      labels: ['C9', 'I1'],
      place: read,
    },
    { table: 'web_events', path: 'timestamp', how: ['order'], labels: [], place: null },
  ],
  labels: [{ name: 'I1', meaning: 'identifies a person', restricted: true }],
  declassified: [{ column: 'mails', labels: ['C9'], reason: 'a number tells nothing' }],
  complete: true,
};

const lineage: QueryLineage = {
  kind: 'insert',
  target: 'training_set',
  range,
  columns: [
    mails,
    { ...mails, name: 'id', into: 'user_id', labels: [], sources: [], declassified: [], complete: false },
  ],
  rows: [{ table: 'web_events', path: 'eventType', how: ['filter'], labels: [], place: null }],
  complete: false,
};

function drawn(nodes: readonly LineageNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${nodeIcon(node)} ${nodeLabel(node)} | ${nodeDescription(node)}`,
    ...drawn(lineageChildren(node), `${indent}  `),
  ]);
}

test('columns with their sources and declassifications, then what decides which rows there are', () => {
  expect(drawn(lineageNodes(lineage))).toEqual([
    'warning mails | bigint · I1',
    '  combine _acme.email | aggregate, filter · C9 · I1 · web_events',
    '  sort-precedence timestamp | order · web_events',
    '  unlock C9 declassified | a number tells nothing',
    'symbol-field id | bigint · into user_id · not all known',
    'filter Which rows | decided by',
    '  filter eventType | filter · web_events',
  ]);
  expect(queryTitle(lineage)).toBe('insert into training_set');
});

test('a column that carries a restricted label says so, and each line leads to its place', () => {
  const [column] = lineageNodes(lineage);
  const [source, other] = column ? lineageChildren(column) : [];
  expect(column && isRestricted(column)).toBe(true);
  expect(column && nodeTooltip(column)).toBe(
    'mails: bigint\nI1: identifies a person; the policy forbids it in the rows of a query',
  );
  const places = [column, source, other].map((node) => node && nodePlace(node, 'file:///a.fsql'));
  expect(places).toEqual([{ uri: 'file:///a.fsql', range }, read, undefined]);
});

test('the type of a wide struct is shortened', () => {
  const column = { ...mails, type: `struct<${'a:string,'.repeat(50)}>`, labels: [] };
  expect(nodeDescription({ kind: 'column', column })).toBe('struct<a:string,a:string,a:string,a:stri...');
});
