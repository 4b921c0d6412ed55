import type { Command } from './services';

export const stopLocalSandbox: Command = ({ sandbox }) => sandbox.stop();
