import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { parseStatement } from '../../../sql/parse';
import { TokenKind } from '../../../sql/tokenKind';
import { rangeOf, textOf, tokenText } from '../../../sql/tree';
import { nameOf } from '../../translate/nodes';
import type { Opener, OpenNested } from '../command';
import { openAction } from '../openAction';
import { SqlError, sqlStates } from '../sqlError';

/** PREPARE name AS statement. The text is kept; types of parameters follow from the values. */
export const openPrepare: Opener = (session, { statement, node }) => {
  const name = nameOf(statement, childOf(node, NodeKind.Name) as SyntaxNode);
  const prepared = node.children.at(-1) as SyntaxNode;
  return Promise.resolve(
    openAction(() => {
      const key = name.toLowerCase();
      if (session.prepared.has(key)) {
        throw new SqlError(sqlStates.duplicateStatement, 'Prepared statement already exists', {
          detail: name,
        });
      }
      session.prepared.set(key, textOf(statement, prepared));
      return Promise.resolve('PREPARE');
    }),
  );
};

/** EXECUTE name ( value, ... ): the statement with the values in the places of $1, $2, ... */
export function openExecute(openNested: OpenNested): Opener {
  return async (session, { statement, node, signal }) => {
    const nameNode = childOf(node, NodeKind.Name) as SyntaxNode;
    const name = nameOf(statement, nameNode);
    const text = session.prepared.get(name.toLowerCase());
    const offset = rangeOf(statement, nameNode).start;
    if (text === undefined) {
      throw new SqlError(sqlStates.invalidStatementName, 'Prepared statement does not exist', {
        detail: name,
        offset,
      });
    }
    const values = node.children
      .filter((child) => child !== nameNode)
      .map((value) => textOf(statement, value));
    try {
      return await openNested(session, parseStatement(withValues(text, values)), signal);
    } catch (error) {
      // The place of an error is in the prepared text, which the client did not send now.
      throw error instanceof SqlError && error.offset !== undefined
        ? error.shiftedBy(offset - error.offset)
        : error;
    }
  };
}

/** DEALLOCATE name | ALL */
export const openDeallocate: Opener = (session, { statement, node }) => {
  const nameNode = childOf(node, NodeKind.Name);
  return Promise.resolve(
    openAction(() => {
      if (!nameNode) session.prepared.clear();
      else if (!session.prepared.delete(nameOf(statement, nameNode).toLowerCase())) {
        const detail = nameOf(statement, nameNode);
        throw new SqlError(sqlStates.invalidStatementName, 'Prepared statement does not exist', { detail });
      }
      return Promise.resolve('DEALLOCATE');
    }),
  );
};

function withValues(text: string, values: readonly string[]): string {
  const statement = parseStatement(text);
  const { kinds, count } = statement.tokens;
  const parts: string[] = [];
  let question = 0;
  for (let at = 0; at < count; at++) {
    const token = tokenText(statement, at);
    if (kinds[at] !== TokenKind.Positional) parts.push(token);
    else {
      const place = token === '?' ? question++ : Number(token.slice(1)) - 1;
      if (values[place] === undefined) {
        throw new SqlError(sqlStates.undefinedParameter, 'There is no value for a parameter', {
          detail: `$${place + 1}`,
        });
      }
      parts.push(`(${values[place]})`);
    }
  }
  return parts.join('');
}
