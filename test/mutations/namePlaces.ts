import type { PathUse, TableUse } from '../../server/analysis/model';
import { isDoubleQuoted, isDynamic } from '../../server/analysis/names';
import { childOf, childrenOf, type SyntaxNode } from '../../server/sql/node';
import { NodeKind } from '../../server/sql/nodeKind';
import { TokenKind } from '../../server/sql/tokenKind';
import { ownToken, rangeOf, textOf } from '../../server/sql/tree';
import { misspelt } from './misspelt';
import { movedBy, type Candidate, type Place, type PlaceContext } from './mutant';

/** The names of a statement that stand for something: tables, columns, fields, functions, variables, aliases. */
export function* namePlaces(context: PlaceContext): Generator<Place> {
  const { model } = context.statement;
  for (const use of model.paths.values()) yield* pathPlaces(context, use);
  for (const use of model.tables) yield* tablePlaces(context, use);
  for (const { node, nameNode, info } of model.calls.values()) {
    if (nameNode === node) continue;
    const kind = 'function';
    if (info) yield broken(context, kind, nameNode);
    else yield { group: 'names', kind, reason: 'a function that is not known' };
  }
  for (const { node, use, definition } of model.variables) {
    if (use !== 'read') continue;
    if (definition) yield broken(context, 'variable', node);
    else yield { group: 'names', kind: 'variable', reason: 'a variable that is set elsewhere' };
  }
}

function* pathPlaces(context: PlaceContext, { node, resolution }: PathUse): Generator<Place> {
  const { statement } = context.statement;
  if (isDynamic(statement, node)) return;
  const out = (reason: string): Place => ({ group: 'names', kind: 'column', reason });
  if (isDoubleQuoted(statement, node)) {
    yield out('in double quotes, where any other name is a text');
    return;
  }
  if (resolution.status !== 'found') {
    yield out('read from what the catalog does not describe');
    return;
  }
  const { qualifiers, source, fields, from } = resolution;
  for (const [index, name] of childrenOf(node, NodeKind.Name).entries()) {
    if (index < qualifiers) {
      const hasAlias = source !== undefined && childOf(source.node, NodeKind.TableAlias) !== undefined;
      yield broken(context, hasAlias ? 'table alias' : 'table before a column', name);
    } else if (index === qualifiers) {
      const kinds = { rows: 'column', aliases: 'column alias', lambda: 'lambda parameter' } as const;
      yield broken(context, kinds[from], name);
    } else if (fields[index - qualifiers - 1]) yield broken(context, 'nested field', name);
    else yield { group: 'names', kind: 'nested field', reason: 'the key of a map' };
  }
}

function* tablePlaces(context: PlaceContext, { node, use, meaning }: TableUse): Generator<Place> {
  const name = childrenOf(node, NodeKind.Name).at(-1);
  if (use === 'create' || !name || isDynamic(context.statement.statement, node)) return;
  const statement = node.parent;
  if (
    statement?.kind === NodeKind.Drop &&
    ownToken(context.statement.statement, statement, TokenKind.EXISTS) >= 0
  ) {
    yield { group: 'names', kind: 'table', reason: 'of DROP IF EXISTS' };
    return;
  }
  const isCte = meaning.kind === 'definition' && meaning.definition.kind === 'cte';
  const kind = isCte ? 'common table expression' : 'table';
  const isKnown = meaning.kind === 'dataset' || meaning.kind === 'definition';
  if (isKnown) yield broken(context, kind, name);
  else yield { group: 'names', kind, reason: 'a table that the catalog does not list' };
}

/** Names are misspelt; in the place of columns and fields there may stand those of other tables as well. */
function broken(context: PlaceContext, kind: string, node: SyntaxNode): Candidate {
  const { statement, taken } = context;
  const text = textOf(statement.statement, node);
  const strangers = kind === 'column' || kind === 'nested field' ? context.strangers : [];
  return {
    group: 'names',
    kind,
    range: movedBy(rangeOf(statement.statement, node), statement.offset),
    replacement: (random) =>
      strangers.length > 0 && random.chance(1 / 3) ? random.pick(strangers) : misspelt(text, taken, random),
  };
}
