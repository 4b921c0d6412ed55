import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { namesOf, ownTokens } from '../../translate/nodes';
import type { Opener } from '../command';
import { openAction } from '../openAction';
import { SqlError, sqlStates } from '../sqlError';

/** SHOW MODELS: models cannot be trained here, so there are none. */
export const noModels = `SELECT ${[
  'model-id',
  'model-name',
  'version',
  'source-dataset',
  'type',
  'options',
  'transform',
  'fields',
  'created',
  'updated',
  'created BY',
]
  .map((column) => `CAST(NULL AS VARCHAR) AS "${column}"`)
  .join(', ')} WHERE false`;

/** DROP MODEL IF EXISTS finds none. */
export const openDropModel: Opener = (_session, { statement, node }) => {
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  if (!ownTokens(statement, node).includes(T.IF))
    throw new SqlError(sqlStates.undefinedObject, 'Model not found', {
      detail: namesOf(statement, name).join('.'),
      offset: rangeOf(statement, name).start,
    });
  return Promise.resolve(openAction(() => Promise.resolve('DROP MODEL')));
};
