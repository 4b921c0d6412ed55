import { operatorOf } from '../../../analysis/expression/operator';
import { expressionIn, expressionsIn } from '../../../analysis/expressionKinds';
import { isAggregateCall } from '../../../analysis/isAggregated';
import type { StatementModel } from '../../../analysis/model';
import { isDynamic } from '../../../analysis/names';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, textOf } from '../../../sql/tree';
import { isEventTime } from './eventTime';
import { originsOf } from './origins';

/** The readings of event data (TableRefs) whose time the conditions of a statement bound. */
export function boundedTables(model: StatementModel): ReadonlySet<SyntaxNode> {
  const bounds: Bounds = { tables: new Set(), links: [] };
  for (const select of model.selects.keys()) {
    for (const condition of conditionsOf(select)) {
      const found = boundsIn(model, condition);
      found.tables.forEach((table) => bounds.tables.add(table));
      bounds.links.push(...found.links);
    }
  }
  // What is compared with a bounded time is bounded as well.
  for (let before = -1; before < bounds.tables.size;) {
    before = bounds.tables.size;
    for (const link of bounds.links) {
      if (link.some((table) => bounds.tables.has(table))) link.forEach((table) => bounds.tables.add(table));
    }
  }
  return bounds.tables;
}

interface Bounds {
  readonly tables: Set<SyntaxNode>;
  /** Tables whose times are compared with each other. */
  readonly links: (readonly SyntaxNode[])[];
}

function conditionsOf(select: SyntaxNode): readonly SyntaxNode[] {
  const from = childOf(select, K.FromClause);
  const own = select.children.filter(({ kind }) => filters.has(kind));
  return [...own, ...(from ? onClauses(from) : [])].flatMap((clause) => expressionIn(clause) ?? []);
}

const filters: ReadonlySet<K> = new Set([K.WhereClause, K.HavingClause, K.QualifyClause]);

function onClauses(relation: SyntaxNode): readonly SyntaxNode[] {
  if (relation.kind === K.OnClause) return [relation];
  return relation.kind === K.DerivedTable ? [] : relation.children.flatMap(onClauses);
}

function boundsIn(model: StatementModel, condition: SyntaxNode): Bounds {
  switch (condition.kind) {
    case K.Paren:
    case K.Unary:
      return together(expressionsIn(condition).map((each) => boundsIn(model, each)));
    case K.Binary:
      return binaryBounds(model, condition);
    case K.Between:
    case K.In:
    case K.Like: {
      if (ownToken(model.statement, condition, T.NOT) >= 0) return none();
      return compared(model, condition.children);
    }
    case K.IsTest:
    case K.Exists:
      return none();
    default:
      // Whatever else stands for a condition and reads the time may well bound it.
      return { tables: new Set(timesIn(model, condition)), links: [] };
  }
}

function binaryBounds(model: StatementModel, condition: SyntaxNode): Bounds {
  const operands = expressionsIn(condition);
  switch (operatorOf(model.statement, condition)) {
    case T.AND:
      return together(operands.map((each) => boundsIn(model, each)));
    case T.OR:
      return inAll(operands.map((each) => boundsIn(model, each)));
    case T.NotEqual:
      return none();
    default:
      return compared(model, operands);
  }
}

function compared(model: StatementModel, operands: readonly SyntaxNode[]): Bounds {
  const times = operands.map((operand) => timesIn(model, operand));
  const tables = times.flat();
  const other = times.some((each) => each.length === 0);
  return other ? { tables: new Set(tables), links: [] } : { tables: new Set(), links: [tables] };
}

function none(): Bounds {
  return { tables: new Set(), links: [] };
}

function together(all: readonly Bounds[]): Bounds {
  return {
    tables: new Set(all.flatMap(({ tables }) => [...tables])),
    links: all.flatMap(({ links }) => links),
  };
}

function inAll([first, ...others]: readonly Bounds[]): Bounds {
  const tables = [...(first?.tables ?? [])].filter((table) =>
    others.every((other) => other.tables.has(table)),
  );
  return { tables: new Set(tables), links: [] };
}

/** Parts of a time that come round again, so that no condition on them alone bounds it. */
const periodic = new Set(
  `hour minute second month quarter day dayofmonth dayofweek dayofyear weekday weekofyear`.split(' '),
);

/** The readings whose time, or the batch or day by which it is stored, an expression reads. */
function timesIn(model: StatementModel, expression: SyntaxNode): readonly SyntaxNode[] {
  const call = model.calls.get(expression);
  if (call && (periodic.has(call.name.toLowerCase()) || isAggregateCall(call))) return [];
  if (expression.kind === K.Path) {
    return originsOf(model, expression)
      .filter((origin) => isEventTime(origin) || origin.column.origin.kind === 'builtin')
      .map(({ table }) => table);
  }
  if (expression.kind === K.Query) return [];
  return expression.children.flatMap((child) => timesIn(model, child));
}

/** A condition that is put in later, or that no row meets, says nothing about how much will be read. */
export function isOpenCondition(model: StatementModel, condition: SyntaxNode): boolean {
  const { statement } = model;
  switch (condition.kind) {
    case K.Paren:
      return expressionsIn(condition).some((each) => isOpenCondition(model, each));
    case K.Template:
    case K.Parameter:
    case K.Variable:
      return true;
    case K.Path:
      return isDynamic(statement, condition);
    case K.Literal:
      return textOf(statement, condition).toLowerCase() === 'false';
    case K.Binary:
      return isOpenBinary(model, condition);
    default:
      return false;
  }
}

function isOpenBinary(model: StatementModel, condition: SyntaxNode): boolean {
  const operands = expressionsIn(condition);
  const operator = operatorOf(model.statement, condition);
  if (operator === T.AND) return operands.some((each) => isOpenCondition(model, each));
  if (operator === T.OR) return operands.every((each) => isOpenCondition(model, each));
  return operator !== T.NotEqual && operands.every((each) => each.kind === K.Literal)
    ? new Set(operands.map((each) => textOf(model.statement, each))).size > 1
    : false;
}
