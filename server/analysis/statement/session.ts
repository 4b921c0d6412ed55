import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { expressionsIn, isQuery } from '../expressionKinds';
import { dropped } from '../definitions';
import { nameOf } from '../names';
import { openSchema } from '../schema';
import { emptyScope } from '../scope';
import { unknown } from '../types/builtinTypes';
import type { Walker } from '../walker';
import type { Definition, Typed } from '../model';

/** SET @name = value: the variable holds the value, or the first column of the query. Other settings are text. */
export function setVariable(walker: Walker, node: SyntaxNode): void {
  const variable = node.children.find((child) => child.kind === K.Variable);
  if (!variable) return;
  const value = valueOf(walker, node, variable);
  const { statement, model } = walker;
  const name = textOf(statement, variable);
  const definition: Definition = {
    kind: 'variable',
    name,
    statement,
    node: variable,
    schema: openSchema,
    value,
    meanings: walker.model,
  };
  model.define(definition);
  model.variables.push({ node: variable, name, use: 'set', definition });
}

function valueOf(walker: Walker, node: SyntaxNode, variable: SyntaxNode): Typed {
  const query = node.children.find(isQuery);
  const [first] = query ? walker.query(query, emptyScope).columns : [];
  if (first) return { type: first.type, nullable: first.nullable };
  const [expression] = expressionsIn(node).filter((child) => child !== variable);
  return expression ? walker.expression(expression, emptyScope) : { type: unknown, nullable: true };
}

export function prepare(walker: Walker, node: SyntaxNode): void {
  defineNamed(walker, node, 'prepared');
}

export function declareCursor(walker: Walker, node: SyntaxNode): void {
  const query = childOf(node, K.Query);
  if (query) walker.query(query, emptyScope);
  defineNamed(walker, node, 'cursor');
}

export function execute(walker: Walker, node: SyntaxNode): void {
  handle(walker, node, 'prepared');
  for (const argument of expressionsIn(node)) walker.expression(argument, emptyScope);
}

/** The name of what an earlier statement prepared or opened; it may also be of a session that began elsewhere. */
export function handle(walker: Walker, node: SyntaxNode, kind: 'prepared' | 'cursor'): void {
  const name = childOf(node, K.Name);
  const found = name && walker.model.find(kind, nameOf(walker.statement, name));
  if (name && found && found !== dropped) walker.model.handles.push({ node: name, definition: found });
}

function defineNamed(walker: Walker, node: SyntaxNode, kind: 'prepared' | 'cursor'): void {
  const name = childOf(node, K.Name);
  if (!name) return;
  const { statement } = walker;
  walker.model.define({ kind, name: nameOf(statement, name), statement, node: name, schema: openSchema });
}
