import { modelArgument } from '../../analysis/modelArgument';
import { emptyScope, within } from '../../analysis/scope';
import { isRelation } from '../../analysis/expressionKinds';
import type { Schema, Scope, StatementModel } from '../../analysis/model';
import { nameOf, namesOf } from '../../analysis/names';
import { columnsOfStar } from '../../analysis/query/star';
import { openSchema } from '../../analysis/schema';
import { unknown } from '../../analysis/types/builtinTypes';
import { ancestorOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { beginsQuery, endsOperand, previousToken } from './tokens';
import { phrasesAt } from './phrases';
import type { Place } from './place';

const none: Place = { kind: 'none' };
const continuation: Place = { kind: 'continuation' };
const query: Place = { kind: 'phrase', phrases: [{ label: 'SELECT' }, { label: 'WITH' }] };

/** What may stand where the stand-in name is, by the node that the parser made of it. */
export function placeOf(model: StatementModel, token: number, sigil: string): Place {
  if (sigil === '@') return { kind: 'variable' };
  if (sigil === '$') return { kind: 'parameter', braced: false };
  if (sigil === '#') return { kind: 'template' };
  if (beginsQuery(model.statement, token)) return query;
  const phrases = phrasesAt(model.statement, token);
  if (phrases) return { kind: 'phrase', phrases };
  const node = nodeOfToken(model.statement.root, token);
  const parent = node.parent;
  if (node.kind === K.TypeName) return { kind: 'type' };
  if (node.kind !== K.Name || !parent) return looseWord(model, node, token);
  if (startsOperand(parent, node) && endsOperand(model.statement, previousToken(model.statement, token))) {
    return continuation;
  }
  switch (parent.kind) {
    case K.Path:
      return pathPlace(model, parent, node);
    case K.FieldAccess:
      return fieldPlace(model, parent);
    case K.QualifiedName:
      return qualifiedPlace(model, parent, node);
    case K.Alias:
    case K.TableAlias:
      return ownToken(model.statement, parent, T.AS) >= 0 ? none : continuation;
    case K.LateralView:
      return none;
    case K.ColumnList:
      return columnListPlace(model, parent, node);
    case K.OverClause:
    case K.WindowSpec:
      return windowPlace(model, parent);
    case K.Execute:
      return { kind: 'defined', of: 'prepared' };
    case K.Fetch:
      return { kind: 'defined', of: 'cursor' };
    case K.Option:
      return parent.children[0] === node
        ? { kind: 'option', statement: parent.parent?.parent ?? parent }
        : { kind: 'optionValue', option: parent };
    default:
      return none;
  }
}

/** The name begins a path or table, so that what stands before it must be complete. */
function startsOperand(parent: SyntaxNode, name: SyntaxNode): boolean {
  return (parent.kind === K.Path || parent.kind === K.QualifiedName) && parent.first === name.first;
}

/** A word that belongs to no name: by the token before it, an operand or what follows one. */
function looseWord(model: StatementModel, node: SyntaxNode, token: number): Place {
  const { statement } = model;
  const before = previousToken(statement, token);
  const kind = before < 0 ? T.EndOfText : (statement.tokens.kinds[before] as T);
  if (before < 0 || kind === T.Semicolon || kind === T.BEGIN || kind === T.BlockDelimiter)
    return { kind: 'statementStart' };
  if (kind === T.EXPLAIN) return { kind: 'statementStart' };
  if (kind === T.AS) return query;
  if (node.kind === K.WindowFrame || node.kind === K.FrameBound) return continuation;
  if (kind === T.MODEL || (kind === T.EXISTS && ancestorOf(node, K.Drop)))
    return { kind: 'defined', of: 'model' };
  if (kind === T.TABLE || kind === T.VIEW || kind === T.INTO)
    return { kind: 'table', qualifier: [], scope: undefined, relation: false };
  if (endsOperand(statement, before)) return continuation;
  const scope = scopeAround(model, node);
  return scope ? { kind: 'expression', qualifier: [], scope, node, called: false } : continuation;
}

function pathPlace(model: StatementModel, path: SyntaxNode, name: SyntaxNode): Place {
  const special = path.children.length === 1 ? specialPlace(model, path) : undefined;
  if (special) return special;
  const scope = model.paths.get(path)?.scope ?? scopeAround(model, path) ?? emptyScope;
  const qualifier = namesOf(model.statement, path).slice(0, childrenOf(path, K.Name).indexOf(name));
  return { kind: 'expression', qualifier, scope, node: path, called: false };
}

/** Places that look like one of an expression, but want something else. */
function specialPlace(model: StatementModel, path: SyntaxNode): Place | undefined {
  const owner = path.parent;
  switch (owner?.kind) {
    case K.SnapshotClause:
      return { kind: 'snapshotId' };
    case K.LimitClause:
    case K.OffsetClause:
      return none;
    case K.LateralView:
      return { kind: 'generator' };
    case K.Alter:
      return { kind: 'namespace' };
    case K.Option:
      return owner.children[1] === path ? { kind: 'optionValue', option: owner } : undefined;
    case K.Arguments: {
      const call = owner.parent;
      if (call && modelArgument(model.statement, call) === path) return { kind: 'defined', of: 'model' };
      return call && ownToken(model.statement, owner, T.FROM) > path.first ? { kind: 'timeUnit' } : undefined;
    }
    default:
      return undefined;
  }
}

function fieldPlace(model: StatementModel, access: SyntaxNode): Place {
  const [base] = access.children;
  return { kind: 'field', type: (base && model.types.get(base)?.type) ?? unknown };
}

function qualifiedPlace(model: StatementModel, qualified: SyntaxNode, name: SyntaxNode): Place {
  const owner = qualified.parent;
  const qualifier = namesOf(model.statement, qualified).slice(0, childrenOf(qualified, K.Name).indexOf(name));
  const scope = scopeAround(model, qualified);
  switch (owner?.kind) {
    case K.TableRef:
    case K.TableQuery:
    case K.Insert:
    case K.Alter:
    case K.Analyze:
    case K.Drop:
      return owner.kind === K.Drop && ownToken(model.statement, owner, T.MODEL) >= 0
        ? { kind: 'defined', of: 'model' }
        : { kind: 'table', qualifier, scope, relation: owner.kind === K.TableRef };
    case K.FunctionCall: {
      const known = model.calls.get(owner)?.scope ?? scope ?? emptyScope;
      return { kind: 'expression', qualifier, scope: known, node: owner, called: true };
    }
    case K.UpdateModel:
      return { kind: 'defined', of: 'model' };
    case K.Star:
      return { kind: 'expression', qualifier, scope: scope ?? emptyScope, node: qualified, called: false };
    default:
      return none;
  }
}

function columnListPlace(model: StatementModel, list: SyntaxNode, name: SyntaxNode): Place {
  const owner = list.parent;
  const taken = childrenOf(list, K.Name).filter((each) => each !== name);
  const names = taken.map((each) => nameOf(model.statement, each));
  if (owner?.kind === K.Insert) {
    const target = model.writes.find((write) => write.node === owner)?.table?.meaning;
    const known = target && (target.kind === 'dataset' || target.kind === 'definition');
    return known ? { kind: 'columns', schema: target.schema, taken: names, fill: true } : none;
  }
  if (owner?.kind === K.Alter) {
    const altered = model.tables.find(({ use }) => use === 'alter')?.meaning;
    const known = altered && (altered.kind === 'dataset' || altered.kind === 'definition');
    return known ? { kind: 'columns', schema: altered.schema, taken: names, fill: false } : none;
  }
  if (owner?.kind === K.UsingClause)
    return { kind: 'columns', schema: joinedColumns(model, owner), taken: names, fill: false };
  if (owner?.kind === K.Star)
    return { kind: 'columns', schema: visibleColumns(scopeAround(model, owner)), taken: names, fill: false };
  return none;
}

/** The columns of the relations of the select around: USING names one that both sides have. */
function joinedColumns(model: StatementModel, node: SyntaxNode): Schema {
  const select = ancestorOf(node, K.Select);
  const { columns, open } = visibleColumns(select && model.selects.get(select)?.rows);
  const counts = new Map<string, number>();
  for (const { name } of columns) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const seen = new Set<string>();
  const shared = columns.filter(({ name }) => {
    const key = name.toLowerCase();
    const first = !seen.has(key);
    seen.add(key);
    return first && (counts.get(key) ?? 0) > 1;
  });
  return { columns: shared, open };
}

function visibleColumns(scope: Scope | undefined): Schema {
  for (let at = scope; at; at = at.outer) {
    if (at.frame.kind === 'rows') return { columns: columnsOfStar(at.frame.rows), open: false };
  }
  return openSchema;
}

function windowPlace(model: StatementModel, owner: SyntaxNode): Place {
  const scope = scopeAround(model, owner);
  return { kind: 'window', names: scope?.windows ?? [], inside: owner.kind === K.WindowSpec };
}

/** What a name under this node would see: the rows and aliases of the select around it. */
export function scopeAround(model: StatementModel, node: SyntaxNode): Scope | undefined {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) {
    const select = model.selects.get(at);
    if (select) return isRelationPart(node, at) ? withoutRows(select.rows) : select.list;
    const query = model.queries.get(at);
    if (query) return query.order;
  }
  return undefined;
}

function isRelationPart(node: SyntaxNode, select: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at && at !== select; at = at.parent)
    if (isRelation(at)) return true;
  return false;
}

/** CTEs stay visible among the relations of a select, its rows do not matter there. */
function withoutRows(scope: Scope): Scope {
  return within(scope, { kind: 'rows', rows: { sources: [], merged: [] }, bare: false });
}
