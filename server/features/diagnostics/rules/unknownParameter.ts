import { distance } from 'fastest-levenshtein';
import type { TextRange } from '../../../base/textRange';
import type { StatementModel } from '../../../analysis/model';
import { descendants } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind } from '../../../sql/tokenKind';
import { rangeOf, type Statement } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A `$parameter` that most likely is a misspelling.
 *
 * Why: a parameter gets its value when the query is run, so that a name of its own is never wrong. A misspelt one asks
 * for a value that nobody has, and the run stops there or computes with another value than meant.
 * What to do: take the suggested name.
 *
 *     SET @from_id = SELECT max(snapshot_id) FROM checkpoints;
 *     SELECT * FROM web_events SNAPSHOT SINCE $from_id
 *
 * A warning where the statement sets a variable of that name (`@from_id`), and where two names differ by case alone.
 * Information where a name that occurs once is one letter away from one that occurs more often; names that differ in
 * a digit or in a last letter (`$user`, `$users`) are meant to be two. All else is silent: the value may come from
 * `-p`, from the prompt or from a template.
 */
export const unknownParameter: Rule = { code: 'unknown-parameter', severity: 'warning', check };

interface ParameterUse {
  readonly name: string;
  /** Of `$name`, the dollar sign included. */
  readonly range: TextRange;
}

function* check({ model }: RuleContext): Generator<Finding> {
  const uses = parametersOf(model.statement);
  if (uses.length === 0) return;
  const counts = new Map<string, number>();
  for (const { name } of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
  const passedOn = parametersOfSettings(model, uses);
  for (const use of uses) {
    const variable = passedOn.has(use.name) ? undefined : variableNamed(model, use.name);
    const other = variable === undefined ? likelyMeant(use.name, counts) : undefined;
    if (variable !== undefined) {
      const message = `$${use.name} is a parameter, and SET gives a value to the variable ${variable}. Did you mean ${variable}?`;
      yield { range: use.range, message, fixes: [change(use, variable)] };
    } else if (other !== undefined) {
      yield {
        range: use.range,
        severity: isSame(use.name, other) ? 'warning' : 'information',
        message: `$${use.name} is another parameter than $${other}. Did you mean $${other}?`,
        fixes: [change(use, `$${other}`)],
      };
    }
  }
}

function change({ range }: ParameterUse, text: string) {
  return { title: `Change to ${text}`, edits: [{ range, text }] };
}

/** Also those inside quotes, where they are put in as well. */
function parametersOf(statement: Statement): readonly ParameterUse[] {
  const { kinds, starts, count } = statement.tokens;
  const uses: ParameterUse[] = [];
  for (let token = 0; token < count; token++) {
    const kind = kinds[token] as TokenKind;
    if (kind !== TokenKind.Parameter && kind !== TokenKind.String) continue;
    const start = starts[token] as number;
    const text = statement.text.slice(start, starts[token + 1]);
    for (const match of text.matchAll(/\$(?:([A-Za-z_]\w*)|\{(\w+)\})/g)) {
      const at = start + match.index;
      uses.push({ name: (match[1] ?? match[2]) as string, range: { start: at, end: at + match[0].length } });
    }
  }
  return uses;
}

/** `SET @x = $x` gives a parameter's value to a variable: both names are meant. */
function parametersOfSettings(model: StatementModel, uses: readonly ParameterUse[]): ReadonlySet<string> {
  const settings = [...descendants(model.statement.root)]
    .filter((node) => node.kind === NodeKind.Set)
    .map((node) => rangeOf(model.statement, node));
  const inside = uses.filter(({ range }) =>
    settings.some((setting) => setting.start <= range.start && range.end <= setting.end),
  );
  return new Set(inside.map(({ name }) => name));
}

function variableNamed(model: StatementModel, name: string): string | undefined {
  const wanted = `@${name}`.toLowerCase();
  return model.variables.find((each) => each.use === 'set' && each.name.toLowerCase() === wanted)?.name;
}

function likelyMeant(name: string, counts: ReadonlyMap<string, number>): string | undefined {
  const own = counts.get(name) ?? 0;
  const names = [...counts.keys()];
  const sameName = names.find((other) => other !== name && isSame(other, name));
  if (sameName !== undefined) {
    const others = counts.get(sameName) ?? 0;
    const isLater = names.indexOf(sameName) < names.indexOf(name);
    return others > own || (others === own && isLater) ? sameName : undefined;
  }
  if (own !== 1) return undefined;
  return names.find((other) => (counts.get(other) ?? 0) > 1 && isSlip(name, other));
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** One letter more, less or other, or two neighbours exchanged, inside a long name. */
function isSlip(name: string, other: string): boolean {
  if (Math.min(name.length, other.length) < 6 || name.at(-1) !== other.at(-1)) return false;
  const digits = (of: string) => of.replace(/\D/g, '');
  if (digits(name) !== digits(other)) return false;
  return distance(name, other) === 1 || isExchange(name, other);
}

function isExchange(name: string, other: string): boolean {
  if (name.length !== other.length) return false;
  const at = [...name].findIndex((letter, index) => letter !== other[index]);
  const exchanged = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
  return at >= 0 && exchanged === other;
}
