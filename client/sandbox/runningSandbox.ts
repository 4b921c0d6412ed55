import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { readRunningSandbox, type RunningSandbox } from '../../server/protocol/sandbox';

/** A sandbox on loopback answers at once; more than this and it is not there. */
const probeMilliseconds = 1000;

/** The sandbox that already runs on a data folder, whoever started it. */
export async function runningSandbox(dataFolder: string): Promise<RunningSandbox | undefined> {
  const text = await readFile(join(dataFolder, 'sandbox.json'), 'utf8').catch(() => '');
  const running = readRunningSandbox(text);
  return running && (await answers(running.ready.pg.host, running.ready.pg.port)) ? running : undefined;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: probeMilliseconds });
    const end = (answered: boolean) => (): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
