import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { rangeOf, textOf, type Statement } from '../../sql/tree';
import { metricsSql } from '../models/metricsSql';
import { judgedRows, predictedRows, readColumns } from '../models/scoredRows';
import type { TrainedModel } from '../models/trainedModel';
import { SqlError, sqlStates } from '../session/sqlError';
import type { Fragment } from './fragment';
import { argumentsOf, calledName, namesOf, wholeNumber } from './nodes';
import { analysisError } from './refusal';
import type { Translation } from './translation';

/** Stands for the query in the SQL around it. */
const place = '\u0000';

/** The rows of model_predict(model, version, query) and model_evaluate(...); `undefined` for other calls. */
export function modelRows(t: Translation, call: SyntaxNode): Fragment | undefined {
  const name = calledName(t.statement, call);
  if (name !== 'model_predict' && name !== 'model_evaluate') return undefined;
  const [modelNode, versionNode, queryNode] = argumentsOf(call);
  const query = queryNode && queryIn(queryNode);
  if (!modelNode || !versionNode || !query)
    throw analysisError(
      t.statement,
      call,
      `${name} takes a model, a version and a query: ${name}(model, 1, SELECT ...)`,
    );
  const model = modelOf(t, modelNode, versionNode);
  checkColumns(t, model, modelNode, query);
  const sql =
    name === 'model_predict'
      ? predictedRows(model, place, t.environment.showsHiddenFields)
      : metricsSql(model.task, judgedRows(model, place));
  const [before = '', ...after] = sql.split(place);
  return after.reduce((all, text) => t.make(call)`${all}${t.emit(query)}${text}`, t.make(call)`${before}`);
}

/** A query, in brackets or not. */
function queryIn(node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind === NodeKind.Query) return node;
  const isBracket =
    node.kind === NodeKind.Subquery || node.kind === NodeKind.Paren || node.kind === NodeKind.ParenQuery;
  return isBracket ? node.children.map(queryIn).find((found) => found !== undefined) : undefined;
}

/** A model reads the columns that it learned from, by their names. */
function checkColumns(t: Translation, model: TrainedModel, modelNode: SyntaxNode, query: SyntaxNode): void {
  const there = t.environment.columnsOf(query)?.map((column) => column.toLowerCase());
  const missing = there && readColumns(model).find((column) => !there.includes(column.toLowerCase()));
  if (missing === undefined) return;
  throw new SqlError(sqlStates.undefinedColumn, 'Column not found', {
    detail: `${missing}, which ${modelName(t.statement, modelNode)} has learned from`,
    offset: rangeOf(t.statement, query).start,
  });
}

/** The name that an argument is, quoted or not. */
export function modelName(statement: Statement, argument: SyntaxNode): string {
  return namesOf(statement, argument).join('.') || textOf(statement, argument).replace(/^['"]|['"]$/g, '');
}

function modelOf(t: Translation, modelNode: SyntaxNode, versionNode: SyntaxNode): TrainedModel {
  const name = modelName(t.statement, modelNode);
  const versions = t.environment.model(name);
  const offset = rangeOf(t.statement, modelNode).start;
  if (versions.size === 0)
    throw new SqlError(sqlStates.undefinedObject, 'Model not found', {
      detail: name,
      offset,
      hint: 'SHOW MODELS lists the models that there are.',
    });
  const given = wholeNumber(t.statement, versionNode);
  const problem = (what: string): SqlError =>
    new SqlError(sqlStates.undefinedObject, 'Version of the model not found', {
      detail: `${name} ${what}`,
      offset: rangeOf(t.statement, versionNode).start,
      hint: `${name} has ${[...versions.keys()].join(', ')}.`,
    });
  if (given === undefined) throw problem(textOf(t.statement, versionNode));
  // Versions count from 1; an older documentation says 0 for the first.
  const found = versions.get(given === 0n ? 1 : Number(given));
  if (!found) throw problem(String(given));
  return found();
}
