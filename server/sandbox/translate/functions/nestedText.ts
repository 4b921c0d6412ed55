import type { DataType, Field } from '../../../catalog/types';
import { isScalar } from '../duckdbType';
import { identifier, quoted } from '../../store/sqlText';

/** An SQL expression for DuckDB. */
type Sql = string;

/** How the parts of a nested value are put into a text. */
interface Form {
  readonly scalar: (value: Sql, type: DataType) => Sql;
  /** The entry of a struct; `undefined` in the text for one that is left out. */
  readonly field: (name: string, value: Sql, text: Sql) => Sql;
  readonly entry: (key: Sql, value: Sql) => Sql;
  readonly null: string;
  readonly array: readonly [open: string, separator: string, close: string];
  readonly object: readonly [open: string, separator: string, close: string];
}

const json: Form = {
  scalar: jsonScalar,
  field: (name, value, text) =>
    `CASE WHEN ${value} IS NOT NULL THEN concat(${quoted(`${JSON.stringify(name)}:`)}, ${text}) END`,
  entry: (key, value) => `concat(CAST(to_json(CAST(${key} AS VARCHAR)) AS VARCHAR), ':', ${value})`,
  null: 'null',
  array: ['[', ',', ']'],
  object: ['{', ',', '}'],
};

const plain: Form = {
  scalar: (value) => `spark.to_string(${value})`,
  field: (_, value, text) => `coalesce(CASE WHEN ${value} IS NOT NULL THEN ${text} END, 'null')`,
  entry: (key, value) => `concat(${key}, ' -> ', ${value})`,
  null: 'null',
  array: ['[', ', ', ']'],
  object: ['{', ', ', '}'],
};

/** What `to_json` makes of a value: members of structs that are null are left out. `undefined` for unknown types. */
export function jsonOf(value: Sql, type: DataType): Sql | undefined {
  return textOf(json, value, type, 0);
}

/** What a cast of a nested value to a text gives: `{1, a}`, `[1, null]`, `{a -> 1}`. */
export function plainTextOf(value: Sql, type: DataType): Sql | undefined {
  return textOf(plain, value, type, 0);
}

/** The text of a value, null for null. `depth` keeps the names of lambdas apart. */
function textOf(form: Form, value: Sql, type: DataType, depth: number): Sql | undefined {
  switch (type.kind) {
    case 'scalar':
    case 'decimal':
      return form.scalar(value, type);
    case 'struct':
      return structText(form, value, type.fields, depth);
    case 'array': {
      const item = `item${depth}`;
      const text = textOf(form, item, type.element, depth + 1);
      return (
        text &&
        listText(
          value,
          `list_transform(${value}, lambda ${item}: coalesce(${text}, '${form.null}'))`,
          form.array,
        )
      );
    }
    case 'map': {
      const entry = `entry${depth}`;
      const key =
        form === json ? `spark.to_string(${entry}.key)` : textOf(form, `${entry}.key`, type.key, depth + 1);
      const text = textOf(form, `${entry}.value`, type.value, depth + 1);
      if (text === undefined || key === undefined) return undefined;
      const entries = `list_transform(map_entries(${value}), lambda ${entry}: ${form.entry(key, `coalesce(${text}, '${form.null}')`)})`;
      return listText(value, entries, form.object);
    }
    case 'unknown':
      return type.text === 'void' ? 'CAST(NULL AS VARCHAR)' : undefined;
  }
}

function structText(form: Form, value: Sql, fields: readonly Field[], depth: number): Sql | undefined {
  const texts = fields.map((field) => {
    const part = `${value}.${identifier(field.name)}`;
    const text = textOf(form, part, field.type, depth + 1);
    return text && form.field(field.name, part, text);
  });
  if (texts.includes(undefined)) return undefined;
  const kept = `list_filter([${texts.join(', ')}], lambda field: field IS NOT NULL)`;
  return listText(value, kept, form.object);
}

function listText(value: Sql, items: Sql, [open, separator, close]: readonly [string, string, string]): Sql {
  return `CASE WHEN ${value} IS NOT NULL THEN concat('${open}', array_to_string(${items}, '${separator}'), '${close}') END`;
}

function jsonScalar(value: Sql, type: DataType): Sql {
  if (isScalar(type, 'string')) return `CAST(to_json(${value}) AS VARCHAR)`;
  if (isScalar(type, 'date')) return `concat('"', CAST(${value} AS VARCHAR), '"')`;
  if (isScalar(type, 'timestamp')) return `strftime(${value}, '"%Y-%m-%dT%H:%M:%S.%gZ"')`;
  if (isScalar(type, 'binary')) return `concat('"', to_base64(${value}), '"')`;
  if (isScalar(type, 'float', 'double')) {
    return `CASE WHEN isfinite(${value}) THEN spark.to_string(${value}) ELSE concat('"', spark.to_string(${value}), '"') END`;
  }
  return `CAST(${value} AS VARCHAR)`;
}
