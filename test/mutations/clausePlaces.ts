import { isDynamic } from '../../server/analysis/names';
import { descendants, type SyntaxNode } from '../../server/sql/node';
import { NodeKind as K } from '../../server/sql/nodeKind';
import { isTrivia, TokenKind as T } from '../../server/sql/tokenKind';
import { misspelt } from './misspelt';
import { movedBy, type Place, type PlaceContext } from './mutant';

/** The first words of clauses, brackets and commas: without them, or with one too many, no statement is left. */
export function* clausePlaces(context: PlaceContext): Generator<Place> {
  const { tokens, root } = context.statement.statement;
  for (const node of descendants(root)) {
    if (clauses.has(node.kind)) yield* clausePlace(context, node);
  }
  const open: number[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kinds[token] as T;
    if (kind === T.OpenParen) open.push(token);
    if (kind === T.Comma) yield place(context, 'comma', token, token, token, ',,');
    if (kind === T.CloseParen) {
      // Which of the open brackets lacks its end cannot be known.
      yield place(context, 'closing bracket', token, open[0] ?? token, tokens.count - 1, '');
      open.pop();
    }
  }
}

function* clausePlace(context: PlaceContext, node: SyntaxNode): Generator<Place> {
  if (isDynamic(context.statement.statement, node.parent ?? node)) {
    yield {
      group: 'clauses',
      kind: 'keyword',
      reason: 'beside a template or parameter, which may hold the rest',
    };
  } else {
    yield keyword(context, node);
    yield* byPlaces(context, node);
  }
}

const clauses: ReadonlySet<K> = new Set([
  ...[K.FromClause, K.WhereClause, K.GroupByClause, K.HavingClause, K.OrderByClause, K.PartitionByClause],
]);

function keyword(context: PlaceContext, node: SyntaxNode): Place {
  const { statement, taken } = context;
  const { tokens, text } = statement.statement;
  const range = { start: tokens.starts[node.first] as number, end: tokens.starts[node.first + 1] as number };
  const word = text.slice(range.start, range.end);
  return {
    group: 'clauses',
    kind: 'keyword',
    range: movedBy(range, statement.offset),
    replacement: (random) => misspelt(word, taken, random),
    also: movedBy({ start: range.start, end: tokens.starts[node.end] as number }, statement.offset),
  };
}

function* byPlaces(context: PlaceContext, node: SyntaxNode): Generator<Place> {
  const { kinds } = context.statement.statement.tokens;
  let at = node.first + 1;
  while (at < node.end && isTrivia(kinds[at] as T)) at++;
  if (kinds[at] === T.BY) yield place(context, 'BY', at, node.first, node.end - 1, '');
}

/** A mistake at `token` may be told anywhere from `first` to `last`. */
function place(
  { statement }: PlaceContext,
  kind: string,
  token: number,
  first: number,
  last: number,
  text: string,
): Place {
  const { starts } = statement.statement.tokens;
  const start = starts[token] as number;
  return {
    group: 'clauses',
    kind,
    range: movedBy({ start, end: starts[token + 1] as number }, statement.offset),
    replacement: () => text,
    also: movedBy({ start: starts[first] as number, end: starts[last + 1] as number }, statement.offset),
  };
}
