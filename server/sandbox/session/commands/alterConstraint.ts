import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf, textOf } from '../../../sql/tree';
import type { XdmSchema } from '../../../platform/xdm';
import { findDataset, readSchema } from '../../store/datasets';
import { replaceSchema } from '../../store/schemas';
import {
  primaryIdentity,
  withConstraint,
  withoutConstraint,
  type Constraint,
  type ForeignTarget,
} from '../../store/tableConstraints';
import { nameOf, namesOf, ownTokens } from '../../translate/nodes';
import { tableNotFound } from '../../translate/refusal';
import type { Command } from '../command';
import { SqlError, sqlStates } from '../sqlError';
import { plainTableName } from '../tableNames';
import { ownSchema, type Alteration } from './alteration';

/** ADD and DROP of keys and identities. Dropping what the columns do not have changes nothing. */
export async function alterConstraint(alteration: Alteration): Promise<void> {
  const { command, connection } = alteration;
  const { statement, node } = command;
  const schema = await ownSchema(alteration);
  const words = ownTokens(statement, node);
  const kind = kindOf(words);
  const columns = columnsIn(command, childrenOf(node, NodeKind.ColumnList)[0], schema);
  const changed =
    words[2] === T.DROP
      ? withoutConstraint(schema, kind, columns)
      : withConstraint(schema, await constraintOf(alteration, schema, { kind, columns }));
  await replaceSchema(connection, changed);
}

function kindOf(words: readonly T[]): Constraint['kind'] {
  if (words.includes(T.IDENTITY)) return words.includes(T.PRIMARY) ? 'primaryIdentity' : 'identity';
  return words.includes(T.PRIMARY) ? 'primaryKey' : 'foreignKey';
}

async function constraintOf(
  alteration: Alteration,
  schema: XdmSchema,
  { kind, columns }: { readonly kind: Constraint['kind']; readonly columns: readonly string[] },
): Promise<Constraint> {
  const { statement, node } = alteration.command;
  const offset = rangeOf(statement, node).start;
  if (kind === 'foreignKey') return { kind, columns, target: await foreignTarget(alteration, columns) };
  const namespace = namespaceOf(alteration.command);
  // The form of the accelerated store has no CONSTRAINT, and no namespace.
  if (kind === 'primaryKey' && !ownTokens(statement, node).includes(T.CONSTRAINT))
    return { kind, columns, namespace };
  if (namespace === undefined) throw new SqlError(sqlStates.syntaxError, 'NAMESPACE is missing', { offset });
  if (kind === 'primaryKey') return { kind, columns, namespace };
  const primary = primaryIdentity(schema)?.toLowerCase();
  const named = columns.map((column) => column.toLowerCase());
  if (kind === 'primaryIdentity' && primary !== undefined && !named.includes(primary))
    throw new SqlError(sqlStates.invalidTableDefinition, 'The table has a primary identity', {
      detail: primary,
      offset,
    });
  // Of the primary identity only the namespace changes.
  const isPrimary = kind === 'primaryIdentity' || (primary !== undefined && named.includes(primary));
  return { kind: isPrimary ? 'primaryIdentity' : 'identity', columns, namespace };
}

async function foreignTarget(
  { command, connection }: Alteration,
  columns: readonly string[],
): Promise<ForeignTarget> {
  const { statement, node } = command;
  const name = childrenOf(node, NodeKind.QualifiedName)[1] as SyntaxNode;
  const names = namesOf(statement, name);
  const table = await plainTableName(connection, names);
  const dataset = table === undefined ? undefined : await findDataset(connection, table);
  const schema = dataset && (await readSchema(connection, dataset.schemaId));
  if (!dataset || !schema) throw tableNotFound(statement, name, names.join('.'));
  const list = childrenOf(node, NodeKind.ColumnList)[1];
  const targets = list ? columnsIn(command, list, schema) : columns;
  if (targets.length !== columns.length)
    throw new SqlError(sqlStates.invalidTableDefinition, 'A foreign key has as many columns on both sides', {
      offset: rangeOf(statement, name).start,
    });
  return { table: dataset.table, columns: targets };
}

/** The columns of a list under the names that the schema gives them. */
function columnsIn(
  { statement }: Command,
  list: SyntaxNode | undefined,
  { properties }: XdmSchema,
): readonly string[] {
  const known = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name]));
  return (list?.children ?? []).map((each) => {
    const wanted = nameOf(statement, each);
    const column = known.get(wanted.toLowerCase());
    if (column !== undefined) return column;
    throw new SqlError(sqlStates.undefinedColumn, 'Column not found', {
      detail: wanted,
      offset: rangeOf(statement, each).start,
    });
  });
}

/** NAMESPACE 'IDFA', or without quotes. */
function namespaceOf({ statement, node }: Command): string | undefined {
  const value = childOf(node, NodeKind.Literal) ?? childOf(node, NodeKind.Path);
  return value && textOf(statement, value).replace(/^(['"`])(.*)\1$/, '$2');
}
