import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';

const types = [
  'string',
  'boolean',
  'int',
  'bigint',
  'double',
  'float',
  'decimal',
  'date',
  'timestamp',
  'smallint',
  'tinyint',
  'binary',
];
const nested: Readonly<Record<string, string>> = {
  'decimal(p, s)': 'decimal(${1:18}, ${2:2})',
  'array<...>': 'array<${1:string}>',
  'map<...>': 'map<${1:string}, ${2:string}>',
  'struct<...>': 'struct<${1:name}: ${2:string}>',
};

/** Names of types, after `CAST(x AS` and `::`. */
export function* typeProposals({ place }: Typing): Generator<Proposal> {
  if (place.kind !== 'type') return;
  for (const label of types) yield { label, kind: 'type', rank: rank.column };
  for (const [label, snippet] of Object.entries(nested)) {
    yield { label, insert: label.replace(/[(<].*/, ''), snippet, kind: 'type', rank: rank.column + 1 };
  }
}
