import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { isTrivia } from '../../sql/tokenKind';
import type { Statement } from '../../sql/tree';
import type { Environment } from './environment';
import { copied, joined, made, nothing, type Fragment } from './fragment';
import { lambdaParameters } from './lambdaParameters';
import { converted } from './rewrites/conversion';
import { rules } from './rules';
import { translatedToken } from './tokenRules';
import type { CommonTables, Translation } from './translation';

/** A translation of a statement: `emit` its nodes. Rules throw a `SqlError` for what cannot be translated. */
export function startTranslation(statement: Statement, environment: Environment): Translation {
  const token = (at: number): Fragment => {
    const { kinds, starts } = statement.tokens;
    const start = starts[at] as number;
    const end = starts[at + 1] as number;
    const kind = kinds[at] as number;
    const text = translatedToken(kind, statement.text.slice(start, end));
    return text === undefined ? copied(start, end) : made(isTrivia(kind) ? ` ${text}` : text, start);
  };
  const copyWith = (node: SyntaxNode, child: (child: SyntaxNode) => Fragment): Fragment => {
    const parts: Fragment[] = [];
    let at = node.first;
    for (const next of node.children) {
      for (; at < next.first; at++) parts.push(token(at));
      parts.push(child(next));
      at = Math.max(at, next.end);
    }
    for (; at < node.end; at++) parts.push(token(at));
    return joined(parts);
  };
  const expected = new Map<SyntaxNode, DataType>();
  const t: Translation = {
    statement,
    environment,
    commonTables: commonTables(),
    lambdaParameters: lambdaParameters(),
    segments: new Map(),
    emit: (node) => {
      const type = expected.get(node);
      return type ? t.emitAs(node, type) : rules[node.kind](t, node);
    },
    emitAs: (node, to) =>
      converted(t, node, rules[node.kind](t, node), { from: environment.typeOf(node), to }),
    expect: (node, type) => expected.set(node, type),
    copy: (node) => copyWith(node, t.emit),
    copyWithout: (node, leaves) => copyWith(node, (child) => (leaves(child) ? nothing : t.emit(child))),
    make:
      (node) =>
      (texts, ...parts) => {
        const at = statement.tokens.starts[node.first] as number;
        return joined(
          texts.flatMap((text, index) => {
            const part = parts[index];
            const before = made(text, at);
            return part === undefined ? [before] : [before, typeof part === 'string' ? made(part, at) : part];
          }),
        );
      },
  };
  return t;
}

function commonTables(): CommonTables {
  let names: readonly string[] = [];
  return {
    has: (name) => names.includes(name.toLowerCase()),
    within: (added, work) => {
      const before = names;
      names = [...names, ...added.map((name) => name.toLowerCase())];
      try {
        return work();
      } finally {
        names = before;
      }
    },
  };
}
