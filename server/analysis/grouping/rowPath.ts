import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { expressionsIn } from '../expressionKinds';
import { nameOf } from '../names';
import type { Column, Found, StatementModel } from '../model';

/** A column of the rows, and the fields that are taken of it. */
export interface RowPath {
  readonly column: Column;
  readonly fields: readonly string[];
  readonly found: Found;
}

/** What `a`, `t.a.b`, `a['b']` and `(a).b` read of the rows of a query; `undefined` for other expressions. */
export function rowPath(model: StatementModel, node: SyntaxNode): RowPath | undefined {
  switch (node.kind) {
    case K.Path:
    // Before the star of a struct.
    case K.QualifiedName:
      return pathOf(model, node);
    case K.Paren: {
      const [inner] = expressionsIn(node);
      return inner && rowPath(model, inner);
    }
    case K.FieldAccess: {
      const [base] = expressionsIn(node);
      const name = childOf(node, K.Name);
      return base && name && deeper(model, base, nameOf(model.statement, name));
    }
    case K.Index: {
      const [base, index] = expressionsIn(node);
      const text = index?.kind === K.Literal ? textOf(model.statement, index) : '';
      return base && text.startsWith("'") ? deeper(model, base, text.slice(1, -1)) : undefined;
    }
    default:
      return undefined;
  }
}

function pathOf(model: StatementModel, node: SyntaxNode): RowPath | undefined {
  const use = model.paths.get(node);
  const found = use?.resolution;
  if (!use || found?.status !== 'found' || found.from !== 'rows') return undefined;
  const fields = use.names.slice(found.qualifiers + 1).map((name) => name.toLowerCase());
  return { column: found.column, fields, found };
}

function deeper(model: StatementModel, base: SyntaxNode, field: string): RowPath | undefined {
  const path = rowPath(model, base);
  return path && { ...path, fields: [...path.fields, field.toLowerCase()] };
}

/** The same attribute, also where USING made one column of two. */
export function sameColumn(a: Column, b: Column): boolean {
  if (a.origin === b.origin) return a.name.toLowerCase() === b.name.toLowerCase();
  return isMadeOf(a, b) || isMadeOf(b, a);
}

function isMadeOf({ origin }: Column, part: Column): boolean {
  return origin.kind === 'columns' && origin.columns.some((column) => sameColumn(column, part));
}
