import type { Command } from './services';

export const showLogs: Command = ({ log }) => {
  log.show();
  return Promise.resolve();
};
