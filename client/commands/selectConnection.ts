import * as vscode from 'vscode';
import { localConnectionName } from '../connection/connectionProfiles';
import type { Command } from './services';

export const selectConnection: Command = async ({ connections, log }) => {
  for (const problem of connections.problems) log.warn(problem);
  const current = (name: string): string => (name === connections.currentName ? '$(check) ' : '');
  const items: readonly (vscode.QuickPickItem & { readonly choose?: () => PromiseLike<void> })[] = [
    {
      label: `${current(localConnectionName)}${localConnectionName}`,
      description: 'Synthetic data on this machine, no licence needed',
      choose: () => connections.select(localConnectionName),
    },
    ...connections.profiles.map((profile) => ({
      label: `${current(profile.name)}${profile.name}`,
      description: `${profile.host}, ${profile.database}`,
      choose: () => connections.select(profile.name),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: '$(add) Add connection...',
      choose: () => vscode.commands.executeCommand<void>('featureSql.addConnection'),
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: 'Choose where queries run' });
  await chosen?.choose?.();
};
