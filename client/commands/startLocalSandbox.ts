import { localConnectionName } from '../connection/connectionProfiles';
import type { Command } from './services';

export const startLocalSandbox: Command = async ({ sandbox, connections, catalog }) => {
  await sandbox.start();
  if (!connections.isLocal) await connections.select(localConnectionName);
  if (catalog.state.status !== 'loaded') await catalog.load();
};
