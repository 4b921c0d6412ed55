import type { DataType } from '../../../catalog/types';
import type { SyntaxNode } from '../../../sql/node';
import { identifier } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import { duckdbType, isVoid } from '../duckdbType';
import type { Translation } from '../translation';

/** The argument in the type that Spark gives it, for functions that look at the types of values. */
export function withType(t: Translation, node: SyntaxNode): Fragment {
  const type = t.environment.typeOf(node);
  const value = t.emit(node);
  const name = type && wholeType(type);
  return name === undefined ? value : t.make(node)`CAST(${value} AS ${name})`;
}

/** DuckDB's name of a type, nested ones too; `undefined` where a part is not known. What has no type is a number. */
export function wholeType(type: DataType): string | undefined {
  switch (type.kind) {
    case 'array': {
      const element = wholeType(type.element);
      return element && `${element}[]`;
    }
    case 'map': {
      const [key, value] = [wholeType(type.key), wholeType(type.value)];
      return key && value && `MAP(${key}, ${value})`;
    }
    case 'struct': {
      const fields = type.fields.map(({ name, type: field }) => {
        const part = wholeType(field);
        return part && `${identifier(name)} ${part}`;
      });
      return fields.length === 0 || fields.includes(undefined) ? undefined : `STRUCT(${fields.join(', ')})`;
    }
    case 'scalar':
    case 'decimal':
      return duckdbType(type);
    case 'unknown':
      return isVoid(type) ? 'INTEGER' : undefined;
  }
}
