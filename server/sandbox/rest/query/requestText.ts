import { omit } from '../../../base/omit';
import type { NewQuery } from '../../../platform/queries';
import { substituteParameters } from '../../../protocol/queryParameters';
import { descendants } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { checkDatabaseName, isFlattened } from '../../databaseName';
import { SqlError } from '../../session/sqlError';
import { splitStatements, type SessionStatement } from '../../session/statements';
import { namesOf } from '../../translate/nodes';
import { badRequest, notFound } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { storedTemplate } from './storedTemplate';

/** What a request for a query comes to. */
export interface RequestText {
  readonly sql: string;
  readonly isInsertInto: boolean;
  readonly isCTAS: boolean;
  /** Names that may be those of tables, in lower case. */
  readonly names: readonly string[];
}

/** The text to run for a request: of its template, with its parameters, into its target. */
export async function requestText(sandbox: RestSandbox, request: NewQuery): Promise<RequestText> {
  checkDatabase(request.dbName);
  const written = await writtenText(sandbox, request);
  const sql = withTarget(withParameters(written, request), request);
  const statements = splitStatements(sql);
  if (statements.length === 0) throw badRequest('sql has no statement');
  const has = (kind: NodeKind): boolean => statements.some(({ node }) => node.kind === kind);
  return {
    sql,
    isInsertInto: has(NodeKind.Insert),
    isCTAS: has(NodeKind.CreateTable),
    names: [...new Set(statements.flatMap(namesIn))],
  };
}

export function checkDatabase(dbName: string): void {
  if (isFlattened(dbName)) throw badRequest('dbName: FLATTEN is not supported for queries of this API');
  try {
    checkDatabaseName(dbName);
  } catch (error) {
    throw error instanceof SqlError ? badRequest(`dbName: ${error.message}`) : error;
  }
}

/** The text of the request itself or of its template. */
export async function writtenText(
  { documents }: RestSandbox,
  { sql, templateId }: Pick<NewQuery, 'sql' | 'templateId'>,
): Promise<string> {
  if ((sql === undefined) === (templateId === undefined)) throw badRequest('Give either sql or templateId');
  if (templateId === undefined) return sql as string;
  const template = await documents.get(storedTemplate, templateId);
  if (!template) throw notFound('query template', templateId);
  return template.body.sql;
}

function withParameters(sql: string, { queryParameters = {} }: NewQuery): string {
  const values = new Map(Object.entries(queryParameters).map(([name, value]) => [name, String(value)]));
  const substitution = substituteParameters(sql, values);
  if (substitution.status === 'done') return substitution.sql;
  throw badRequest(
    `queryParameters: there is no value for ${substitution.names.map((name) => `$${name}`).join(', ')}`,
  );
}

/** The statement that keeps the rows of a query where the request says so. */
function withTarget(sql: string, { ctasParameters, insertIntoParameters }: NewQuery): string {
  if (!ctasParameters && !insertIntoParameters) return sql;
  if (ctasParameters && insertIntoParameters)
    throw badRequest('Give either ctasParameters or insertIntoParameters');
  const [statement, ...others] = splitStatements(sql);
  if (!statement || others.length > 0 || statement.node.kind !== NodeKind.QueryStatement) {
    throw badRequest('Only the rows of one SELECT can be kept in a data set');
  }
  const query = sql.trim().replace(/[;\s]+$/, '');
  if (insertIntoParameters) return `INSERT INTO ${tableName(insertIntoParameters.datasetName)} ${query}`;
  const { datasetName = '', targetSchemaTitle } = ctasParameters ?? {};
  const options =
    targetSchemaTitle === undefined ? '' : ` WITH (schema='${targetSchemaTitle.replaceAll("'", "\\'")}')`;
  return `CREATE TABLE ${tableName(datasetName)}${options} AS ${query}`;
}

/** Requests name a data set, and SQL its table: in lower case and without signs. */
function tableName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^(\d)/, '_$1');
  if (plain === '' || plain === '_') throw badRequest(`"${name}" cannot be the name of a data set`);
  return plain;
}

function namesIn({ statement }: SessionStatement): readonly string[] {
  return [...descendants(statement.root)]
    .filter(({ kind }) => kind === NodeKind.QualifiedName)
    .map((node) => namesOf(statement, node).at(-1)?.toLowerCase() ?? '');
}

/** A request as it is told again: without what it was sent with in vain. */
export function toldRequest(request: NewQuery): NewQuery {
  return omit(request, 'ctasParameters', 'insertIntoParameters') as NewQuery;
}
