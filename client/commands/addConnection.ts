import * as vscode from 'vscode';
import type { ConnectionProfile } from '../../server/protocol/connection';
import { CancelledError } from '../base/errors';
import { localConnectionName } from '../connection/connectionProfiles';
import { readConnectionText } from '../connection/connectionText';
import type { Command } from './services';

const title = 'Add connection';

/** Asks for what a pasted connection command leaves open, saves it to the user settings and tries it. */
export const addConnection: Command = async ({ connections, engine }) => {
  const taken = [localConnectionName, ...connections.profiles.map((profile) => profile.name)];
  const pasted = await ask({
    prompt: 'Paste the PSQL command of the Platform page Queries > Credentials, or type the host.',
    placeHolder: "psql 'sslmode=require host=... port=80 dbname=prod:all user=...@AdobeOrg'",
    check: (text) => (readConnectionText(text)?.host ? undefined : 'This names no host.'),
  });
  const parts = readConnectionText(pasted);
  const host = parts?.host ?? pasted;
  const user =
    parts?.user ?? (await ask({ prompt: 'User name, usually ending in @AdobeOrg', check: required }));
  const database =
    parts?.database ??
    (await ask({ prompt: 'Database, as sandbox:all', value: 'prod:all', check: required }));
  const password =
    parts?.password ??
    (await ask({
      prompt: 'Password, kept in the secret storage of the editor',
      password: true,
      check: required,
    }));
  const name = await ask({
    prompt: 'Name of the connection',
    value: host.split('.')[0] ?? host,
    check: (text) => (taken.includes(text) ? `"${text}" is taken.` : required(text)),
  });
  const profile: ConnectionProfile = {
    ...{ name, kind: 'platform', host, user, database },
    port: parts?.port ?? 80,
    tls: parts?.tls ?? 'require',
  };
  await connections.add(profile, password);
  await connections.select(name);
  await tryConnection(
    () => engine.request('engine/testConnection', { profile, secrets: { password } }),
    name,
  );
};

async function tryConnection(test: () => Promise<unknown>, name: string): Promise<void> {
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Connecting to ${name}` },
    test,
  );
  void vscode.window.showInformationMessage(`${name} is connected. Queries run there now.`);
}

interface Question {
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly check: (text: string) => string | undefined;
}

async function ask({ check, ...question }: Question): Promise<string> {
  const answer = await vscode.window.showInputBox({
    title,
    ignoreFocusOut: true,
    ...question,
    validateInput: (text) => check(text.trim()),
  });
  if (answer === undefined) throw new CancelledError();
  return answer.trim();
}

function required(text: string): string | undefined {
  return text ? undefined : 'This is needed.';
}
