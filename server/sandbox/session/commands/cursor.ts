import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { nameOf, ownTokens, wholeNumber } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import { openQuery } from '../openQuery';
import { translateQuery } from './query';

/** DECLARE name CURSOR FOR query */
export const openDeclare: Opener = (session, command) => {
  const { statement, node, parameters } = command;
  const query = childOf(node, NodeKind.Query);
  if (!query) throw notSupported(statement, node, 'DECLARE without a query');
  return Promise.resolve(
    openAction(async () => {
      const translated = await translateQuery(session, statement, query);
      const opened = await openQuery(session.services.database, translated, parameters);
      await session.cursors.declare(cursorName(command), opened);
      return 'DECLARE CURSOR';
    }),
  );
};

/** FETCH n FROM name: one row when there is no number. */
export const openFetch: Opener = (session, command) => {
  const { statement, node } = command;
  const [first] = node.children;
  const isAll =
    ownTokens(statement, node).includes(T.ALL) || (first && /^all$/i.test(nameOf(statement, first)));
  const count = wholeNumber(statement, first);
  const most = isAll ? Number.POSITIVE_INFINITY : Number(count ?? 1n);
  return Promise.resolve(session.cursors.fetch(cursorName(command), most));
};

/** CLOSE name | ALL */
export const openClose: Opener = (session, command) => {
  const { node } = command;
  return Promise.resolve(
    openAction(async () => {
      if (childOf(node, NodeKind.Name)) await session.cursors.close(cursorName(command));
      else await session.cursors.closeAll();
      return 'CLOSE CURSOR';
    }),
  );
};

function cursorName({ statement, node }: Command): string {
  const name = node.children.findLast(({ kind }) => kind === NodeKind.Name) as SyntaxNode;
  return nameOf(statement, name);
}
