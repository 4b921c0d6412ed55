import type { SyntaxNode } from '../../sql/node';
import type { StatementModel } from '../model';
import { expressionHasher } from './expressionHash';
import { rowPath, sameColumn, type RowPath } from './rowPath';
import { sameExpression } from './sameExpression';

/** Says of an expression whether it is one of the keys, or a field of a struct that is one. */
export function keyIndex(model: StatementModel, keys: readonly SyntaxNode[]): (node: SyntaxNode) => boolean {
  const paths = new Map<string, RowPath[]>();
  const expressions = new Map<number, SyntaxNode[]>();
  const hash = expressionHasher(model);
  for (const key of keys) {
    const path = rowPath(model, key);
    if (path) add(paths, path.column.name.toLowerCase(), path);
    else add(expressions, hash(key), key);
  }
  return (node) => {
    const path = rowPath(model, node);
    if (path) return (paths.get(path.column.name.toLowerCase()) ?? []).some((key) => holds(key, path));
    if (expressions.size === 0) return false;
    return (expressions.get(hash(node)) ?? []).some((key) => sameExpression(model, key, node));
  };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function holds(key: RowPath, path: RowPath): boolean {
  return (
    key.fields.every((field, index) => path.fields[index] === field) && sameColumn(path.column, key.column)
  );
}
