import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { openQuery } from '../openQuery';
import { translateQuery } from './query';

/** COPY ( query ) TO STDOUT, which psql's `\copy` sends: the rows as lines of text. */
export const openCopy: Opener = async (session, { statement, node, parameters }) => {
  const query = childOf(node, NodeKind.Query);
  const target = node.children.find((child) => child !== query);
  const isStandardOutput = target?.kind === NodeKind.Path && /^stdout$/i.test(textOf(statement, target));
  if (!query || !isStandardOutput) throw notSupported(statement, node, 'COPY other than TO STDOUT');
  if (ownTokens(statement, node).includes(T.WITH)) throw notSupported(statement, node, 'COPY WITH');
  const translated = await translateQuery(session, statement, query);
  const opened = await openQuery(session.services.database, translated, parameters);
  return { ...opened, copiesOut: true, commandTag: (rows) => `COPY ${rows}` };
};
