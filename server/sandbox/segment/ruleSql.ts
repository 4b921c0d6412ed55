import { quoted } from '../store/sqlText';
import { fieldKey, type PqlField, type PqlLiteral, type PqlRule } from './parsePql';

/** A rule as a condition of DuckDB; `columns` has the column of each field by its `fieldKey`. */
export function ruleSql(rule: PqlRule, columns: ReadonlyMap<string, string>): string {
  const column = (field: PqlField): string => columns.get(fieldKey(field)) as string;
  switch (rule.kind) {
    case 'and':
    case 'or':
      return `(${ruleSql(rule.left, columns)} ${rule.kind.toUpperCase()} ${ruleSql(rule.right, columns)})`;
    case 'not':
      return `(NOT ${ruleSql(rule.rule, columns)})`;
    case 'compare':
      return `(${column(rule.field)} ${rule.sign} ${literalSql(rule.to)})`;
    case 'in':
      return `(${column(rule.field)} IN (${rule.values.map(literalSql).join(', ')}))`;
    case 'isNull':
      return `(${column(rule.field)} IS ${rule.negated ? 'NOT ' : ''}NULL)`;
  }
}

function literalSql(literal: PqlLiteral): string {
  switch (literal.kind) {
    case 'number':
      return literal.text;
    case 'text':
      return quoted(literal.text);
    case 'boolean':
      return String(literal.value);
  }
}
