import { analyzeFile } from '../analysis/analyzeFile';
import { nothingElsewhere, type Elsewhere } from '../analysis/elsewhere';
import type { Found, PathUse } from '../analysis/model';
import { openSchema } from '../analysis/schema';
import { catalogOf, fieldNamed, fieldsOf } from '../catalog/catalog';
import type { DataType } from '../catalog/types';
import { defaultOptions } from '../features/diagnostics/options';
import { aggregateNotAllowed } from '../features/diagnostics/rules/aggregateNotAllowed';
import { ambiguousColumn } from '../features/diagnostics/rules/ambiguousColumn';
import { notAggregated } from '../features/diagnostics/rules/notAggregated';
import { typeMismatch } from '../features/diagnostics/rules/typeMismatch';
import { wrongArgumentCount } from '../features/diagnostics/rules/wrongArgumentCount';
import type { Statement } from '../sql/tree';
import type { TypeAnalysis, TypedModel } from '../sandbox/translate/typeAnalysis';

/** The types that the language's analysis finds, for the sandbox, which knows syntax only. */
export const analyzeTypes: TypeAnalysis = (statement, tables, models) => {
  const catalog = catalogOf({
    datasets: tables.map(({ name, columns }) => ({ table: name, kind: 'dataset', columns })),
  });
  const file = analyzeFile(
    { text: statement.text, statements: [{ offset: 0, statement }] },
    catalog,
    trainedModels(statement, models),
  );
  const model = file.statements[0]?.model;
  const context = model && { model, catalog, options: defaultOptions };
  return {
    typeOf: (expression) => known(model?.types.get(expression)?.type),
    isText: (path) => {
      const missing = model?.paths.get(path)?.resolution.status === 'missing';
      return missing && known(model.types.get(path)?.type) !== undefined;
    },
    arraysIn: (path) => {
      const use = model?.paths.get(path);
      return use?.resolution.status === 'found' ? arraysIn(use, use.resolution) : [];
    },
    columnsOf: (query) => {
      const output = model?.queries.get(query)?.output;
      return output?.open === false ? output.columns.map(({ name }) => name) : undefined;
    },
    mistake: () => {
      const [first] = refusals
        .flatMap((rule) => (context ? [...rule.check(context)] : []))
        .sort((a, b) => a.range.start - b.range.start);
      return first && { offset: first.range.start, message: first.message };
    },
  };
};

/** Models are known as if another file made them. */
function trainedModels(statement: Statement, models: readonly TypedModel[]): Elsewhere {
  return {
    ...nothingElsewhere,
    find: (space, name) => {
      const found = models.find(
        (each) => space === 'model' && each.name.toLowerCase() === name.toLowerCase(),
      );
      if (!found) return undefined;
      const { task, columns, isOnlyVersion } = found;
      const trained = { task, ...columns, isOnlyVersion };
      return { kind: 'model', name, statement, node: statement.root, schema: openSchema, trained };
    },
  };
}

/** What the editor reports because Spark's analyzer refuses it. */
const refusals = [ambiguousColumn, wrongArgumentCount, typeMismatch, notAggregated, aggregateNotAllowed];

function known(type: DataType | undefined): DataType | undefined {
  return type?.kind === 'unknown' && !/^(void$|interval)/.test(type.text) ? undefined : type;
}

function arraysIn({ names }: PathUse, { qualifiers, column }: Found): readonly number[] {
  const arrays: number[] = [];
  let type: DataType | undefined = column.type;
  for (let at = qualifiers + 1; at < names.length && type; at++) {
    if (type.kind === 'array') arrays.push(at);
    type = fieldNamed(fieldsOf(type), names[at] as string)?.type;
  }
  return arrays;
}
