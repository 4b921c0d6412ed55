import { childOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken, textOf, type Statement } from '../../sql/tree';
import { keyOf } from '../definitions';
import { modelArgument } from '../modelArgument';
import { isDynamic, namesOf } from '../names';
import type { Definition, Space } from '../model';
import { isTemporary } from '../statement/isTemporary';

/** What a statement's text says of names, without their meaning. Keys are those of `keyOf`. */
export interface StatementNames {
  /** In text order. */
  readonly changes: readonly NameChange[];
  /** All names that it may read; more than it does rather than fewer. */
  readonly reads: readonly string[];
}

export interface NameChange {
  readonly kind: 'make' | 'drop';
  readonly key: string;
  /** As it is written, qualified names with dots. */
  readonly name: string;
  /** Other sessions see it too. */
  readonly lasting: boolean;
}

/** A name that a statement makes, where it stands. */
export interface MadeName extends NameChange {
  readonly definitionKind: Definition['kind'];
  readonly node: SyntaxNode;
}

const cache = new WeakMap<Statement, StatementNames>();

export function statementNames(statement: Statement): StatementNames {
  let found = cache.get(statement);
  if (!found) {
    const made = madeNames(statement);
    found = {
      changes: made.map(({ kind, key, name, lasting }) => ({ kind, key, name, lasting })),
      reads: [...readKeys(statement)],
    };
    cache.set(statement, found);
  }
  return found;
}

/** The names that a statement makes or drops, in text order. */
export function madeNames(statement: Statement): readonly MadeName[] {
  const found: MadeName[] = [];
  for (const node of descendants(statement.root)) {
    const kind = madeKind(statement, node);
    const named = kind && (kind === 'variable' ? childOf(node, K.Variable) : childOf(node, K.QualifiedName));
    if (!kind || !named || (kind !== 'variable' && isDynamic(statement, named))) continue;
    const name = kind === 'variable' ? textOf(statement, named) : namesOf(statement, named).join('.');
    const key = keyOf(spaceOfKind(kind), name);
    const lasting = kind !== 'variable' && !isTemporary(statement, node);
    const change = node.kind === K.Drop ? 'drop' : 'make';
    found.push({ kind: change, key, name, lasting, definitionKind: kind, node: named });
  }
  return found;
}

function madeKind(statement: Statement, node: SyntaxNode): Definition['kind'] | undefined {
  switch (node.kind) {
    case K.CreateTable:
    case K.IntoClause:
      return 'table';
    case K.Alter:
      return childOf(node, K.ColumnDefinition) && 'table';
    case K.CreateView:
      return 'view';
    case K.CreateAudience:
      return 'audience';
    case K.CreateModel:
      return 'model';
    case K.Set:
      return 'variable';
    case K.Drop:
      return ownToken(statement, node, T.MODEL) >= 0 ? 'model' : 'table';
    default:
      return undefined;
  }
}

function spaceOfKind(kind: Definition['kind']): Space {
  return kind === 'model' || kind === 'variable' ? kind : 'table';
}

function readKeys(statement: Statement): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const node of descendants(statement.root)) {
    const model = node.kind === K.FunctionCall ? modelArgument(statement, node) : undefined;
    if (model) keys.add(keyOf('model', namesOf(statement, model).join('.')));
    if (node.kind === K.Variable) keys.add(keyOf('variable', textOf(statement, node)));
    if (node.kind !== K.QualifiedName || node.parent?.kind === K.FunctionCall) continue;
    const names = namesOf(statement, node);
    const isModel = node.parent?.kind === K.UpdateModel || node.parent?.kind === K.CreateModel;
    keys.add(keyOf(isModel ? 'model' : 'table', names.join('.')));
    keys.add(keyOf('table', names.at(-1) ?? ''));
  }
  return keys;
}
