import { arityOf } from '../../../catalog/builtins/arity';
import type { CallUse } from '../../../analysis/model';
import { printSignature, type FunctionInfo } from '../../../catalog/builtins/functionInfo';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { isDamaged } from '../../../analysis/isDamaged';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A call with more or fewer arguments than the function takes.
 *
 * Why: the query fails on the server.
 * What to do: see the function's signature in the message or in its hover.
 *
 *     SELECT date_add(timestamp) FROM web_events
 */
export const wrongArgumentCount: Rule = { code: 'wrong-argument-count', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const call of model.calls.values()) {
    const { node, info, signature } = call;
    // A syntax of its own (EXTRACT, TRIM) is the parser's to judge; a star may stand for any number.
    const ownSyntax = call.nameNode === node || call.arguments.some((argument) => argument.kind === 'star');
    if (!info || ownSyntax || isDamaged(model.statement, node)) continue;
    if (signature) {
      if (isUnpaired(call)) yield { range: rangeOf(model.statement, node), message: unpairedText(call) };
      continue;
    }
    const place = childOf(node, NodeKind.Arguments) ?? node;
    const [first] = info.signatures;
    yield {
      range: rangeOf(model.statement, place),
      message: `${info.name} takes ${expected(info)}, found ${counted(call)}: ${first ? printSignature(info.name, first) : ''}`,
    };
  }
}

/** Functions that take names or keys, each with its value. */
function isUnpaired({ name, arguments: given }: CallUse): boolean {
  return /^(map|named_struct)$/i.test(name) && given.length % 2 === 1;
}

function unpairedText({ info, name, arguments: given }: CallUse): string {
  const what = name.toLowerCase() === 'map' ? 'keys' : 'names';
  return `${info?.name ?? name} takes ${what}, each with its value, found ${plural(given.length)}`;
}

function expected(info: FunctionInfo): string {
  const arities = info.signatures.map(arityOf);
  const least = Math.min(...arities.map((arity) => arity.least));
  const most = Math.max(...arities.map((arity) => arity.most));
  if (most === Infinity) return `at least ${plural(least)}`;
  return least === most ? plural(least) : `${least} to ${plural(most)}`;
}

function counted(call: CallUse): string {
  return String(call.arguments.length);
}

function plural(count: number): string {
  return count === 1 ? '1 argument' : `${count === 0 ? 'no' : count} arguments`;
}
