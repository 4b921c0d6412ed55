import { fieldKey, type PqlField, type PqlLiteral, type PqlRule } from './parsePql';
import { PqlProblem } from './pqlProblem';

const words: Readonly<Record<PqlLiteral['kind'], string>> = {
  number: 'a number',
  text: 'a text',
  boolean: 'true or false',
};

/** Throws a `PqlProblem` where a field is compared with a value of another kind; `kinds` are by `fieldKey`. */
export function checkRuleTypes(rule: PqlRule, kinds: ReadonlyMap<string, PqlLiteral['kind']>): void {
  const check = (field: PqlField, values: readonly PqlLiteral[]): void => {
    const kind = kinds.get(fieldKey(field));
    if (kind === undefined || values.every((value) => value.kind === kind)) return;
    throw new PqlProblem(
      `The field ${field.path.join('.')} is compared with ${words[kind]} only`,
      field.offset,
    );
  };
  switch (rule.kind) {
    case 'and':
    case 'or':
      checkRuleTypes(rule.left, kinds);
      return checkRuleTypes(rule.right, kinds);
    case 'not':
      return checkRuleTypes(rule.rule, kinds);
    case 'compare':
      return check(rule.field, [rule.to]);
    case 'in':
      return check(rule.field, rule.values);
    case 'isNull':
      return undefined;
  }
}
