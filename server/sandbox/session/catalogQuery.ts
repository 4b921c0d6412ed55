import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { catalogText } from '../pgcatalog/catalogText';
import type { DescribedTable } from '../pgcatalog/relations';
import { listDatasets, readSchema } from '../store/datasets';
import { namesOf } from '../translate/nodes';
import { unchanged } from '../translate/translatedSql';
import { openQuery } from './openQuery';
import type { OpenStatement, ParameterReader } from './openStatement';
import type { Session } from './session';

/** The statement asks PostgreSQL's catalog: it names `pg_catalog`, `information_schema` or a table such as `pg_type`. */
export function isCatalogQuery(statement: Statement): boolean {
  const { kinds, count } = statement.tokens;
  for (let at = 0; at + 1 < count; at++) {
    if (kinds[at] !== TokenKind.Identifier || kinds[at + 1] !== TokenKind.Dot) continue;
    if (/^(pg_catalog|information_schema)$/i.test(tokenText(statement, at))) return true;
  }
  for (const node of descendants(statement.root)) {
    if (node.kind !== NodeKind.TableRef || !node.children[0]) continue;
    const names = namesOf(statement, node.children[0]);
    if (names.length === 1 && /^pg_/i.test(names[0] as string)) return true;
  }
  return false;
}

export async function openCatalogQuery(
  session: Session,
  statement: Statement,
  parameters: ParameterReader,
): Promise<OpenStatement> {
  const { pgCatalog, nestedTypes } = session.services;
  const database = await pgCatalog.current(await describedTables(session), nestedTypes.list());
  return await openQuery(database, unchanged(catalogText(statement.text.replace(/;\s*$/, ''))), parameters);
}

async function describedTables(session: Session): Promise<readonly DescribedTable[]> {
  return await session.services.database.use(async (connection) => {
    const tables: DescribedTable[] = [];
    for (const { table, schemaId } of await listDatasets(connection)) {
      const schema = await readSchema(connection, schemaId);
      tables.push({ name: table, kind: 'table', columns: schema?.properties ?? {} });
    }
    return tables;
  });
}
