import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { operatorOf } from '../expression/operator';
import { expressionsIn } from '../expressionKinds';
import type { StatementModel } from '../model';
import { bare, commutative, ownTexts } from './sameExpression';
import { rowPath } from './rowPath';

/** Numbers that are equal for equal expressions (see `sameExpression`), and hardly ever for others. */
export function expressionHasher(model: StatementModel): (node: SyntaxNode) => number {
  const known = new Map<SyntaxNode, number>();
  const hash = (node: SyntaxNode): number => {
    let value = known.get(node);
    if (value === undefined) {
      value = hashOf(bare(node));
      known.set(node, value);
    }
    return value;
  };
  const hashOf = (node: SyntaxNode): number => {
    const path = rowPath(model, node);
    if (path) return ofText(`${path.column.name.toLowerCase()} ${path.fields.join(' ')}`);
    if (node.kind === K.Binary) return chain(node);
    return joined(node, node.children);
  };
  /** Operands count in any order, and a chain may be long, so that it is not walked by recursion. */
  const chain = (node: SyntaxNode): number => {
    const operator = operatorOf(model.statement, node);
    if (!commutative.has(operator)) return joined(node, node.children);
    let sum = ofText(String(operator));
    const waiting = [node];
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      for (const child of expressionsIn(at).map(bare)) {
        const goesOn = child.kind === K.Binary && operatorOf(model.statement, child) === operator;
        if (goesOn) waiting.push(child);
        else sum = (sum + hash(child)) | 0;
      }
    }
    return sum;
  };
  const joined = (node: SyntaxNode, children: readonly SyntaxNode[]): number => {
    let value = ofText(`${node.kind} ${ownTexts(model, node).join(' ')}`);
    for (const child of children) value = (Math.imul(value, 31) + hash(child)) | 0;
    return value;
  };
  return hash;
}

function ofText(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at++) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  return value;
}
