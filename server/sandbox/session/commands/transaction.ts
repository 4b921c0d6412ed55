import { TokenKind as T } from '../../../sql/tokenKind';
import { ownTokens } from '../../translate/nodes';
import type { Opener } from '../command';
import { openAction } from '../openAction';

/** BEGIN, COMMIT and ROLLBACK are taken for the sake of clients: what was written stays written. */
export const openTransaction: Opener = (session, { statement, node }) => {
  const [first] = ownTokens(statement, node);
  return Promise.resolve(
    openAction(() => {
      session.inTransaction = first === T.BEGIN || first === T.START;
      return Promise.resolve(session.inTransaction ? 'BEGIN' : (T[first as T] as string));
    }),
  );
};
