import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf, textOf } from '../../../sql/tree';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { openAction } from '../openAction';
import { openRows } from '../openRows';
import { SqlError, sqlStates } from '../sqlError';

/** SET key = value; SET key gives its value, and SET alone all of them. */
export const openSet: Opener = async (session, { statement, node }) => {
  const variable = childOf(node, NodeKind.Variable);
  if (variable) throw notSupported(statement, variable, 'a variable outside a block');
  const text = textOf(statement, node).replace(/^\s*set\b\s*/i, '');
  const { settings } = session;
  const { database } = session.services;
  if (text === '') {
    const rows = settings.list().map(({ name, value }) => [name, value]);
    return await openRows(database, 'SET', ['key', 'value'], rows);
  }
  const assignment = /^(?:(?:session|local)\s+)?([\w.:-]+)\s*(?:=|\bto\b)\s*([\s\S]*)$/i.exec(text);
  if (!assignment) return await openRows(database, 'SET', ['key', 'value'], [[text, settings.get(text)]]);
  const [, key = '', value = ''] = assignment;
  const plain = value.trim().replace(/^(['"])([\s\S]*)\1$/, '$2');
  if (/^client_encoding$/i.test(key) && !/^utf-?8$/i.test(plain)) {
    throw new SqlError(sqlStates.invalidParameter, 'The only encoding is UTF8', {
      detail: plain,
      offset: rangeOf(statement, node).start,
    });
  }
  return openAction(() => {
    settings.set(key, plain);
    return Promise.resolve('SET');
  });
};
