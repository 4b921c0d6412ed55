import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { openQuery } from '../openQuery';
import { copyToScratch } from './copyToScratch';
import { translateQuery } from './query';

/** COPY ( query ) TO STDOUT, which psql's `\copy` sends, gives the rows as lines of text; other targets are files. */
export const openCopy: Opener = async (session, command) => {
  const { statement, node, parameters } = command;
  const query = childOf(node, NodeKind.Query);
  const [target, format] = node.children.filter((child) => child !== query);
  if (!query || !target) throw notSupported(statement, node, 'COPY without a query and a target');
  const isStandardOutput = target.kind === NodeKind.Path && /^stdout$/i.test(textOf(statement, target));
  if (!isStandardOutput) return copyToScratch(session, command, { query, target, format });
  if (ownTokens(statement, node).includes(T.WITH)) throw notSupported(statement, node, 'COPY TO STDOUT WITH');
  const translated = await translateQuery(session, statement, query);
  const opened = await openQuery(session.services.database, translated, parameters);
  return { ...opened, copiesOut: true, commandTag: (rows) => `COPY ${rows}` };
};
