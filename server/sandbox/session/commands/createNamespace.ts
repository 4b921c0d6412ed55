import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { addNamespace, hasNamespace, namespaceTypes, type IdentityNamespace } from '../../store/namespaces';
import { namesOf, ownTokens } from '../../translate/nodes';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import { readOptions } from '../options';
import { SqlError, sqlStates } from '../sqlError';

/** CREATE NAMESPACE name WITH (code = 'code', type = 'Email'): what identities are told apart by. */
export const openCreateNamespace: Opener = (session, command) => {
  const { statement, node } = command;
  const namespace = readNamespace(command);
  const ifNotExists = ownTokens(statement, node).includes(T.IF);
  const action = openAction(async () => {
    await session.services.database.transaction(async (connection) => {
      if (!(await hasNamespace(connection, namespace.code))) await addNamespace(connection, namespace);
      else if (!ifNotExists)
        throw new SqlError(sqlStates.duplicateObject, 'Namespace already exists', {
          detail: namespace.code,
          offset: rangeOf(statement, node).start,
        });
    });
    return 'CREATE NAMESPACE';
  });
  return Promise.resolve(action);
};

function readNamespace({ statement, node }: Command): IdentityNamespace {
  const named = childOf(node, NodeKind.QualifiedName);
  const name = named ? namesOf(statement, named).join('.') : '';
  const options = readOptions(statement, childOf(node, NodeKind.Options));
  const said = options.get('type');
  const type = namespaceTypes.find((each) => each === said?.value.toUpperCase().replaceAll(/[ -]/g, '_'));
  if (type === undefined)
    throw new SqlError(
      sqlStates.invalidParameter,
      said ? 'Unknown type of a namespace' : 'A namespace needs a type',
      {
        ...(said && { detail: said.value }),
        offset: rangeOf(statement, said?.node ?? node).start,
        hint: `The types are ${namespaceTypes.join(', ')}`,
      },
    );
  return { name, code: options.get('code')?.value ?? name, type };
}
