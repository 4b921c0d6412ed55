import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import type { ClientAccess } from '../access/clientAccess';
import { hiddenFields } from '../access/hiddenFields';
import { visibleProperties } from '../access/visibleProperties';
import { catalogText } from '../pgcatalog/catalogText';
import { PgCatalog } from '../pgcatalog/pgCatalog';
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
  const { rights, nestedTypes } = session.services;
  const access = await rights.of(session.clientId);
  const tables = await describedTables(session, access);
  const database = await catalogOf(session, access).current(tables, nestedTypes.list());
  return await openQuery(database, unchanged(catalogText(statement.text.replace(/;\s*$/, ''))), parameters);
}

/** Clients from which something may be hidden have a catalog of their own: all others share one. */
function catalogOf(session: Session, { isAdministrator }: ClientAccess): PgCatalog {
  return isAdministrator ? session.services.pgCatalog : (session.ownCatalog ??= new PgCatalog());
}

async function describedTables(session: Session, access: ClientAccess): Promise<readonly DescribedTable[]> {
  return await session.services.database.use(async (connection) => {
    const tables: DescribedTable[] = [];
    for (const dataset of await listDatasets(connection)) {
      const schema = await readSchema(connection, dataset.schemaId);
      const { wholeFor, fields } = await hiddenFields(connection, dataset, access);
      if (wholeFor.length > 0) continue;
      const columns = visibleProperties(schema?.properties ?? {}, fields);
      tables.push({ name: dataset.table, kind: 'table', columns });
    }
    return tables;
  });
}
