import type { Session } from '../session/session';
import { openStatement, splitStatements, type SessionStatement } from '../session/statements';
import { commandComplete, copyDone, emptyQueryResponse } from './backendMessages';
import type { Channel } from './channel';
import { Portal } from './portal';
import type { CodecOptions } from './values/columnCodec';

/** Runs the statements of a text one after another, up to the first that fails. */
export async function simpleQuery(
  channel: Channel,
  session: Session,
  text: string,
  context: { readonly signal: AbortSignal; readonly codecOptions: () => CodecOptions },
): Promise<void> {
  const statements = splitStatements(text);
  if (statements.length === 0) await channel.send(emptyQueryResponse);
  for (const statement of statements) {
    await runStatement(channel, session, statement, context);
  }
}

async function runStatement(
  channel: Channel,
  session: Session,
  statement: SessionStatement,
  context: { readonly signal: AbortSignal; readonly codecOptions: () => CodecOptions },
): Promise<void> {
  const opened = await openStatement(session, statement, { parameters: () => null, signal: context.signal });
  try {
    const portal = new Portal(opened, [], context.codecOptions());
    const header = portal.header();
    if (header) await channel.send(header);
    const { rows } = await portal.sender.sendRows(channel, 0, context.signal);
    if (opened.copiesOut) await channel.send(copyDone);
    await channel.send(commandComplete(opened.commandTag(BigInt(rows))));
  } finally {
    await opened.close();
  }
}
