import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Column, PathUse, SelectUse, Source, StatementModel } from '../../analysis/model';
import { namesOf } from '../../analysis/names';
import { fieldOfColumn } from './fieldOf';

/** A name in a statement and what it stands for. */
export interface Occurrence {
  /** The Name, Variable or last Name of a QualifiedName. */
  readonly node: SyntaxNode;
  /** The same object for all names of one thing: a node that declares it, a data set or a field. */
  readonly key: object;
  /** The thing is made here, or gets its name here. */
  readonly declares: boolean;
}

const cache = new WeakMap<StatementModel, readonly Occurrence[]>();

/** Every name of the statement that stands for a table, alias, column, field, variable or model. */
export function occurrences(model: StatementModel): readonly Occurrence[] {
  let found = cache.get(model);
  if (!found) {
    found = [...collect(model)];
    cache.set(model, found);
  }
  return found;
}

function* collect(model: StatementModel): Generator<Occurrence> {
  for (const use of model.paths.values()) yield* ofPath(use);
  for (const select of model.selects.values()) yield* ofSelect(model, select);
  for (const { node, meaning } of model.tables) {
    const name = lastName(node);
    if (meaning.kind === 'dataset') yield { node: name, key: meaning.dataset, declares: false };
    if (meaning.kind === 'definition') yield { node: name, key: meaning.definition.node, declares: false };
  }
  for (const definition of model.definitions) {
    if (definition.kind !== 'variable')
      yield { node: lastName(definition.node), key: definition.node, declares: true };
  }
  for (const { node, definition, use } of model.variables) {
    if (definition) yield { node, key: definition.node, declares: use === 'set' };
  }
}

function* ofPath({ node, resolution }: PathUse): Generator<Occurrence> {
  if (resolution.status !== 'found') return;
  const { qualifiers, source, column, fields } = resolution;
  const names = childrenOf(node, K.Name);
  const qualifier = names[qualifiers - 1];
  if (qualifier && source) yield { node: qualifier, key: keyOfSource(source), declares: false };
  const name = names[qualifiers];
  const key = keyOfColumn(column);
  if (name && key) yield { node: name, key, declares: false };
  for (const [index, field] of fields.entries()) {
    const fieldName = names[qualifiers + 1 + index];
    if (field && fieldName) yield { node: fieldName, key: field, declares: false };
  }
}

function* ofSelect(model: StatementModel, select: SelectUse): Generator<Occurrence> {
  for (const item of select.projected.keys()) {
    const alias = childOf(item, K.Alias);
    const name = alias && childOf(alias, K.Name);
    if (name) yield { node: name, key: item, declares: true };
    if (item.kind === K.Star) yield* ofStar(model, item, select);
  }
  const { frame } = select.rows;
  for (const source of frame.kind === 'rows' ? frame.rows.sources : []) {
    const name = aliasName(source);
    if (name) yield { node: name, key: source.node, declares: true };
  }
}

function* ofStar(model: StatementModel, star: SyntaxNode, select: SelectUse): Generator<Occurrence> {
  const qualified = childOf(star, K.QualifiedName);
  const { frame } = select.rows;
  if (!qualified || frame.kind !== 'rows') return;
  const name = namesOf(model.statement, qualified).at(-1)?.toLowerCase();
  const source = frame.rows.sources.find((each) => each.qualifier.at(-1)?.toLowerCase() === name);
  if (source) yield { node: lastName(qualified), key: keyOfSource(source), declares: false };
}

function aliasName(source: Source): SyntaxNode | undefined {
  const alias = childOf(source.node, K.TableAlias);
  if (alias) return childOf(alias, K.Name);
  return source.node.kind === K.LateralView ? childOf(source.node, K.Name) : undefined;
}

/** An alias is a thing of its own; without one the qualifier is the table's name. */
function keyOfSource(source: Source): object {
  if (aliasName(source)) return source.node;
  return source.definition?.node ?? source.dataset ?? source.node;
}

function keyOfColumn(column: Column): object | undefined {
  const { origin } = column;
  if (origin.kind === 'expression' && childOf(origin.node, K.Alias)) return origin.node;
  if (origin.kind === 'definition') return origin.node;
  return fieldOfColumn(column);
}

function lastName(node: SyntaxNode): SyntaxNode {
  return childrenOf(node, K.Name).at(-1) ?? node;
}
