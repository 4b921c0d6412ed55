import { childOf, childrenOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { propertyOf } from '../../store/columnTypes';
import { extendDataset, type AddedField } from '../../store/extendDataset';
import { replaceSchema } from '../../store/schemas';
import { render } from '../../translate/fragment';
import { nameOf } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import { startTranslation } from '../../translate/startTranslation';
import { columnsOf } from '../boundStatement';
import { readEnvironment } from '../environment';
import { SqlError, sqlStates } from '../sqlError';
import { ownSchema, type Alteration } from './alteration';

/** ADD COLUMN name type, ...: null in the rows that there are. */
export async function addColumns(alteration: Alteration): Promise<void> {
  const { connection, dataset } = alteration;
  const schema = await ownSchema(alteration);
  if (!dataset) return;
  const added = await newColumns(alteration);
  const properties = { ...schema.properties };
  for (const { steps, property, offset } of added) {
    const [name = ''] = steps;
    const known = Object.keys(properties).some((each) => each.toLowerCase() === name.toLowerCase());
    if (known)
      throw new SqlError(sqlStates.duplicateColumn, 'Column already exists', { detail: name, offset });
    properties[name] = property;
  }
  await extendDataset(connection, dataset, added);
  await replaceSchema(connection, { ...schema, properties });
}

async function newColumns({
  session,
  connection,
  command: { statement, node },
}: Alteration): Promise<readonly (AddedField & { readonly offset: number })[]> {
  const t = startTranslation(statement, await readEnvironment(session, statement));
  const list = childOf(node, NodeKind.ColumnDefinitions) ?? node;
  const columns: (AddedField & { readonly offset: number })[] = [];
  for (const definition of childrenOf(list, NodeKind.ColumnDefinition)) {
    const name = childOf(definition, NodeKind.Name);
    const type = childOf(definition, NodeKind.TypeName);
    if (!name || !type) throw notSupported(statement, definition, 'a column without a type');
    const query = `SELECT CAST(NULL AS ${render(t.emit(type), statement.text).sql})`;
    const described = await connection.prepare(query);
    const [column] = columnsOf(described);
    described.destroySync();
    const title = nameOf(statement, name);
    if (column)
      columns.push({
        steps: [title],
        property: propertyOf(title, column.type),
        offset: rangeOf(statement, name).start,
      });
  }
  return columns;
}
