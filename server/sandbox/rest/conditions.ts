import type { Database } from '../store/database';
import { badRequest } from './problem';

/** One condition of a `property` parameter, such as `title~^Web` or `meta:extends==https://...`. */
export interface Condition {
  readonly field: string;
  readonly operator: '==' | '!=' | '>=' | '<=' | '>' | '<' | '~';
  readonly value: string;
}

/** Reads the `property` parameters of a request, each a list of conditions that must all hold. */
export function readConditions(parameters: readonly string[] | undefined): readonly Condition[] {
  return (parameters ?? []).flatMap((parameter) => parameter.split(',')).map(readCondition);
}

function readCondition(text: string): Condition {
  const found = /^([^=!<>~]+)(==|!=|>=|<=|>|<|~)(.*)$/s.exec(text);
  if (!found) throw badRequest(`"${text}" is not a condition of the form field==value`);
  const [, field, operator, value] = found as unknown as [string, string, Condition['operator'], string];
  return { field: field.trim(), operator, value };
}

/** Those of `items` for which all conditions hold. A field that is a list stands for each of its items. */
export async function meeting<T extends object>(
  database: Database,
  items: readonly T[],
  conditions: readonly Condition[],
): Promise<readonly T[]> {
  let left = items;
  for (const { field, operator, value } of conditions) {
    left =
      operator === '~'
        ? await matching(database, left, field, value)
        : left.filter((item) => holds(textsOf(item, field), operator, value));
  }
  return left;
}

type Comparison = Exclude<Condition['operator'], '~'>;

function holds(texts: readonly string[], operator: Comparison, value: string): boolean {
  if (operator === '!=') return !texts.includes(value);
  return texts.some((text) => compares(text, operator, value));
}

function compares(left: string, operator: Exclude<Comparison, '!='>, right: string): boolean {
  const order = compareTexts(left, right);
  switch (operator) {
    case '==':
      return left === right;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
  }
}

/** Numbers by their value, anything else, ISO times among it, by its letters. */
export function compareTexts(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  if (left !== '' && right !== '' && !Number.isNaN(difference)) return Math.sign(difference);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A field within another is named with a dot: `metrics.statusSummary.status`. */
function textsOf(item: object, field: string): readonly string[] {
  const value = Object.hasOwn(item, field)
    ? memberOf(item, field)
    : field.split('.').reduce(memberOf, item as unknown);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => each !== undefined && each !== null).map((each) => textOf(each));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** DuckDB matches in time linear in the text whatever the pattern is, so no pattern can stop the sandbox. */
async function matching<T extends object>(
  database: Database,
  items: readonly T[],
  field: string,
  pattern: string,
): Promise<readonly T[]> {
  const texts = items.map((item) => textsOf(item, field).join('\n'));
  const query = `SELECT list_transform(from_json($1, '["VARCHAR"]'), lambda text: regexp_matches(text, $2))`;
  try {
    const found = await database.use((connection) =>
      connection.runAndReadAll(query, [JSON.stringify(texts), pattern]),
    );
    const matches = found.getRowsJS()[0]?.[0] as readonly boolean[];
    return items.filter((_, index) => matches[index]);
  } catch {
    throw badRequest(`"${pattern}" is not a regular expression`);
  }
}
