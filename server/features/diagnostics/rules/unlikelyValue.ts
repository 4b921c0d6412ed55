import { distance } from 'fastest-levenshtein';
import { operatorOf } from '../../../analysis/expression/operator';
import { expressionsIn } from '../../../analysis/expressionKinds';
import type { StatementModel } from '../../../analysis/model';
import { childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { closestName } from '../../names/closestName';
import { fieldOf } from '../../names/fieldOf';
import { textValue } from '../textValue';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A comparison with a text that the schema does not list for the field, though it lists one that is nearly the same.
 *
 * Why: texts are compared letter by letter, so that the comparison is always false: a count stays 0, a filter finds
 * nothing, and no error tells.
 * What to do: take the suggested value. Where the data really holds the other one, ignore the finding with its reason.
 *
 *     SELECT count(*) FROM web_events WHERE eventType = 'web.formfilledout'
 *
 * A warning where only upper and lower case or white space differ; information where a few letters or the part before
 * the last dot do. Values far from any listed one are left alone: schemas list what is usual, and a field such as
 * eventType may hold others.
 */
export const unlikelyValue: Rule = { code: 'unlikely-value', severity: 'information', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const node of descendants(model.statement.root)) {
    const [subject, values] = comparedValues(model, node);
    const listed = subject && fieldOf(model, subject)?.enum;
    if (!listed) continue;
    for (const value of values) yield* judge(model, subject, value, listed);
  }
}

/** What is compared, and the expressions it is compared with for equality. */
function comparedValues(
  model: StatementModel,
  node: SyntaxNode,
): readonly [SyntaxNode | undefined, readonly SyntaxNode[]] {
  const operands = expressionsIn(node);
  const [first, ...others] = operands;
  switch (node.kind) {
    case K.Binary:
      if (!equalities.has(operatorOf(model.statement, node))) return [undefined, []];
      return first && isField(first) ? [first, others] : [others[0], first ? [first] : []];
    case K.In:
      return [first, others];
    case K.Case:
      return [first, childrenOf(node, K.When).flatMap((when) => expressionsIn(when).slice(0, 1))];
    default:
      return [undefined, []];
  }
}

const equalities: ReadonlySet<T> = new Set([T.Equal, T.EqualEqual, T.NotEqual, T.NullSafeEqual]);

function isField(node: SyntaxNode): boolean {
  return node.kind === K.Path || node.kind === K.FieldAccess;
}

function* judge(
  model: StatementModel,
  subject: SyntaxNode,
  value: SyntaxNode,
  listed: readonly string[],
): Generator<Finding> {
  const text = textValue(model.statement, value);
  if (text === undefined || text === '' || listed.includes(text)) return;
  const same = listed.find((each) => plain(each) === plain(text));
  const meant = same ?? nearest(text, listed);
  if (meant === undefined) return;
  const range = rangeOf(model.statement, value);
  const name = model.paths.get(subject)?.names.join('.') ?? 'the field';
  yield {
    range,
    severity: same === undefined ? 'information' : 'warning',
    message: `The schema does not list '${text}' for ${name}. Did you mean '${meant}'?`,
    fixes: [{ title: `Change to '${meant}'`, edits: [{ range, text: `'${meant.replaceAll("'", "''")}'` }] }],
  };
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** A listed value whose end after a dot is the text, or one that is a few letters away. */
function nearest(text: string, listed: readonly string[]): string | undefined {
  const ends = listed.filter((each) => plain(each).endsWith(`.${plain(text)}`));
  if (ends.length > 0) return ends.length === 1 ? ends[0] : undefined;
  const found = closestName(text, listed);
  const isLong = text.length >= 5;
  return isLong && found !== undefined && differsLittle(text, found) ? found : undefined;
}

/** At most an eighth of the letters, and no digit, since numbered values are meant to be alike. */
function differsLittle(text: string, other: string): boolean {
  const letters = (of: string) => plain(of).replace(/\d/g, '');
  if (letters(text) === letters(other)) return false;
  const allowed = Math.max(1, Math.floor(text.length / 8));
  return distance(plain(text), plain(other)) <= allowed;
}
