import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { isQuery } from '../expressionKinds';
import type { Column, Meanings } from '../model';

/** What stands for columns in the outermost select list of a query: a Projection, a Star, or TABLE t. */
export interface OutermostItem {
  readonly node: SyntaxNode;
  readonly columns: readonly Column[];
}

/** The items of a query's select list; of those of both sides where a set operation puts their rows together. */
export function outermostColumns(meanings: Meanings, query: SyntaxNode): readonly OutermostItem[] {
  switch (query.kind) {
    case K.Select: {
      const projected = meanings.selects.get(query)?.projected ?? [];
      return [...projected].map(([node, columns]) => ({ node, columns }));
    }
    case K.SetOperation: {
      const sides = query.children.filter(isQuery);
      const takesAway = [T.EXCEPT, T.MINUS].some((kind) => ownToken(meanings.statement, query, kind) >= 0);
      const given = takesAway ? sides.slice(0, 1) : sides;
      return given.flatMap((side) => outermostColumns(meanings, side));
    }
    case K.TableQuery: {
      const name = childOf(query, K.QualifiedName);
      const meaning = meanings.tables.find((use) => use.node === name)?.meaning;
      const isKnown = meaning?.kind === 'dataset' || meaning?.kind === 'definition';
      return name && isKnown ? [{ node: name, columns: meaning.schema.columns }] : [];
    }
    default:
      return query.children.filter(isQuery).flatMap((inner) => outermostColumns(meanings, inner));
  }
}
