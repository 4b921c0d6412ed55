import { intoClause } from '../../translate/intoClause';
import type { Opener } from '../command';
import { openQuery } from '../openQuery';
import { openSelectInto } from './createTable';
import { translateQuery } from './query';

/** A query, whose rows the client gets, or SELECT ... INTO a new table. */
export const openSelect: Opener = async (session, command) => {
  const { statement, node, parameters } = command;
  const into = intoClause(node);
  if (into) return await openSelectInto(into)(session, command);
  const translated = await translateQuery(session, statement, node);
  return await openQuery(session.services.database, translated, parameters);
};
