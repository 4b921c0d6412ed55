import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { newAcceleratedQuery } from '../../../platform/acceleratedQueries';
import type { XdmProperty } from '../../../platform/xdm';
import { SqlError } from '../../session/sqlError';
import { propertyOf } from '../../store/columnTypes';
import { jsonText } from '../../values/jsonText';
import { badRequest, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { writtenText } from './requestText';
import { runText } from './runText';

/** Rows that one answer may have: they are held in memory. */
const mostRows = 50_000;

/** Queries that are answered with their rows. */
export function acceleratedRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false }).post('/', async (c) => {
    const request = await readJson(c, newAcceleratedQuery);
    const [name, database, schema] = request.dbName.split(/[:.]/);
    if (name !== sandbox.access.sandbox || !database || !schema) {
      throw badRequest(`dbName must be of the form ${sandbox.access.sandbox}:database:schema`);
    }
    const sql = await writtenText(sandbox, request);
    const { rows, properties } = await rowsOf(c, sandbox, sql);
    const head = {
      queryId: randomUUID(),
      resultsMeta: { _adhoc: { type: 'object', 'meta:xdmType': 'object', properties } },
    };
    // The rows are JSON already, with all digits of their numbers.
    const text = `${JSON.stringify({ ...head, request }).slice(0, -1)},"results":[${rows.join(',')}]}`;
    return c.body(text, 200, { 'content-type': 'application/json' });
  });
}

interface JsonRows {
  readonly rows: readonly string[];
  readonly properties: Readonly<Record<string, XdmProperty>>;
}

async function rowsOf(
  c: Context<RestEnvironment>,
  { access, services }: RestSandbox,
  sql: string,
): Promise<JsonRows> {
  const rows: string[] = [];
  let properties: JsonRows['properties'] = {};
  try {
    await runText(services, {
      sql,
      client: { user: access.pg.user, clientId: c.get('client').clientId },
      signal: c.req.raw.signal,
      onRows: (columns, chunk) => {
        if (rows.length + chunk.rowCount > mostRows) {
          throw badRequest(`The result has more than ${mostRows} rows. Give a LIMIT`);
        }
        properties = Object.fromEntries(columns.map(({ name, type }) => [name, propertyOf(name, type)]));
        const texts = columns.map(({ name, type }) => ({ key: JSON.stringify(name), json: jsonText(type) }));
        for (const row of chunk.getRows()) {
          const members = row.map((value, index) => {
            const column = texts[index];
            return `${column?.key}:${value === null ? 'null' : column?.json(value)}`;
          });
          rows.push(`{${members.join(',')}}`);
        }
      },
    });
  } catch (error) {
    if (error instanceof SqlError) throw new Problem(400, 'The query failed', error.message);
    throw error;
  }
  return { rows, properties };
}
