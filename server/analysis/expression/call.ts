import { findFunction } from '../../catalog/builtins/functions';
import type { FunctionInfo, Signature, TypePattern } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { tokenText } from '../../sql/tree';
import { parameterAt, takes } from '../../catalog/builtins/arity';
import { bind, chooseSignature, instantiate, type Bindings } from '../functions/bindSignature';
import { checkArguments } from '../functions/checkArguments';
import { resultType } from '../functions/resultType';
import { rowsOf } from '../functions/rowsOf';
import { isDynamic, namesOf } from '../names';
import { unknown } from '../types/builtinTypes';
import type { Walker } from '../walker';
import { expressionIn } from '../expressionKinds';
import { argumentNodes, readArgument, type ArgumentNode } from './argument';
import { strictConditionType } from './condition';
import { lambdaType } from './lambda';
import { walkWindow } from './window';
import type { Argument, CallUse, Scope, Typed } from '../model';

const unknownValue: Typed = { type: unknown, nullable: true };

/** A call: its arguments against the function's signatures, its FILTER and OVER, and what it gives. */
export function callType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const { name, nameNode, info } = functionOf(walker, node);
  const given = argumentNodes(walker, node);
  const { args, signature, bindings } = bindArguments(walker, info, given, scope);
  if (info && signature) checkArguments(walker, info, signature, args);
  walkClauses(walker, node, scope);
  const typed = info && signature ? resultType(info, signature, args, bindings) : unknownValue;
  const call: CallUse = {
    ...{ node, nameNode, name, info, signature, scope },
    arguments: args,
    windowed: childOf(node, K.OverClause) !== undefined,
    rows: info && signature ? rowsOf(walker, info, signature, args, bindings) : undefined,
  };
  walker.model.calls.set(node, call);
  return typed;
}

function functionOf(walker: Walker, node: SyntaxNode) {
  const { statement } = walker;
  const qualified = childOf(node, K.QualifiedName);
  if (!qualified) {
    const name = tokenText(statement, node.first);
    return { name, nameNode: node, info: findFunction(name) };
  }
  const names = namesOf(statement, qualified);
  const known = names.length === 1 && !isDynamic(statement, qualified);
  const name = names.join('.');
  return { name, nameNode: qualified, info: known ? findFunction(name) : undefined };
}

/** Types the values first, then the lambdas, whose parameters follow from the values. */
function bindArguments(
  walker: Walker,
  info: FunctionInfo | undefined,
  given: readonly ArgumentNode[],
  scope: Scope,
): { args: readonly Argument[]; signature: Signature | undefined; bindings: Bindings } {
  const syntactic = info?.signatures.find((signature) => takes(signature, given.length));
  const early = given.map((each, index) => {
    const pattern = syntactic && parameterAt(syntactic, index)?.type;
    return readArgument(walker, each, pattern, scope);
  });
  const types = early.map((argument) => (argument?.kind === 'value' ? argument.typed.type : undefined));
  const signature = info && chooseSignature(info, types);
  const bindings: Bindings = new Map();
  types.forEach((type, index) => {
    const parameter = signature && parameterAt(signature, index);
    const pattern = parameter?.type.kind === 'lambda' ? parameter.type.result : parameter?.type;
    if (type && pattern) bind(bindings, pattern, type);
  });
  const args = early.map(
    (argument, index) =>
      argument ??
      lambda(
        walker,
        given[index] as ArgumentNode,
        signature && parameterAt(signature, index)?.type,
        bindings,
        scope,
      ),
  );
  return { args, signature, bindings };
}

function lambda(
  walker: Walker,
  given: ArgumentNode,
  pattern: TypePattern | undefined,
  bindings: Bindings,
  scope: Scope,
): Argument {
  const expected = pattern?.kind === 'lambda' ? pattern : undefined;
  const parameters: readonly DataType[] =
    expected?.parameters.map((each) => instantiate(bindings, each)) ?? [];
  const typed = lambdaType(walker, given.node, parameters, scope);
  if (expected) bind(bindings, expected.result, typed.type);
  return { ...given, pathName: undefined, literal: undefined, kind: 'lambda', typed };
}

function walkClauses(walker: Walker, node: SyntaxNode, scope: Scope): void {
  const filter = childOf(node, K.FilterClause);
  const where = filter && childOf(filter, K.WhereClause);
  const condition = where && expressionIn(where);
  if (condition) strictConditionType(walker, condition, scope, 'FILTER');
  const ordered = childOf(node, K.WithinGroup);
  const order = ordered && childOf(ordered, K.OrderByClause);
  for (const item of order?.children ?? []) for (const key of item.children) walker.expression(key, scope);
  const over = childOf(node, K.OverClause);
  const window = over && childOf(over, K.WindowSpec);
  if (window) walkWindow(walker, window, scope);
}
