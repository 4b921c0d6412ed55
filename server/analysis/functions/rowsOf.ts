import type { FunctionInfo, Signature } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import { openSchema } from '../schema';
import { string, unknown } from '../types/builtinTypes';
import type { Walker } from '../walker';
import { instantiate, type Bindings } from './bindSignature';
import { metricColumns, predictedColumns } from './modelColumns';
import type { Argument, Column, Schema } from '../model';

type Named = readonly [name: string, type: DataType, required?: boolean];

/** The columns of a function that gives rows; `undefined` for one that gives a value. */
export function rowsOf(
  walker: Walker,
  info: FunctionInfo,
  signature: Signature,
  args: readonly Argument[],
  bindings: Bindings,
): Schema | undefined {
  if (signature.returns.kind !== 'rows') return undefined;
  if (info.name === 'model_evaluate') return metricColumns(walker, args);
  const { columns } = signature.returns;
  if (!columns) return specialRows(walker, info.name.toLowerCase(), args);
  return schemaOfNames(
    columns.map(({ name, type, required }) => [name, instantiate(bindings, type), required === true]),
  );
}

function schemaOfNames(names: readonly Named[]): Schema {
  const columns = names.map(([name, type, required]): Column => ({
    name,
    type,
    nullable: required !== true,
    origin: { kind: 'builtin' },
  }));
  return { columns, open: false };
}

function specialRows(walker: Walker, name: string, args: readonly Argument[]): Schema {
  switch (name) {
    case 'inline':
    case 'inline_outer':
      return fieldsAsColumns(args[0]);
    case 'json_tuple':
      return schemaOfNames(args.slice(1).map((_, index) => [`c${index}`, string]));
    case 'stack':
      return stackedColumns(args);
    case 'model_predict':
      return predictedColumns(walker, args);
    default:
      return openSchema;
  }
}

function fieldsAsColumns(argument: Argument | undefined): Schema {
  const type = argument?.typed.type ?? unknown;
  if (type.kind !== 'array' || type.element.kind !== 'struct') return openSchema;
  return schemaOfNames(type.element.fields.map((field) => [field.name, field.type]));
}

function stackedColumns(args: readonly Argument[]): Schema {
  const rows = Number(args[0]?.literal);
  if (!Number.isInteger(rows) || rows < 1) return openSchema;
  const width = Math.ceil((args.length - 1) / rows);
  return schemaOfNames(
    args.slice(1, 1 + width).map((argument, index) => [`col${index}`, argument.typed.type]),
  );
}
