import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface Postgres {
  readonly port: number;
  readonly query: (sql: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL server on a port of its own, with the user `postgres`; `undefined` where none is installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const programs = await programFolder();
  if (programs === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-postgres-'));
  const user = await unprivileged();
  const data = join(folder, 'data');
  await mkdir(data);
  for (const path of user ? [folder, data] : []) await chown(path, user?.uid ?? 0, user?.gid ?? 0);
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    cwd: folder,
    ...user,
  });
  const port = await freePort();
  const settings = [
    '-c',
    'fsync=off',
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ];
  const child = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    cwd: folder,
    stdio: 'ignore',
    ...user,
  });
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const client = await connected(port);
  return {
    port,
    query: async (sql) => void (await client.query(sql)),
    stop: async () => {
      await client.end();
      await stop();
    },
  };
}

/** Where `initdb` and `postgres` are: in the path, or where Debian puts them. */
async function programFolder(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  for (const folder of folders) {
    const found = await access(join(folder, 'initdb')).then(
      () => true,
      () => false,
    );
    if (found) return folder;
  }
  return undefined;
}

/** PostgreSQL does not run for the administrator, so that it runs for the user it was installed with. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A connection, as soon as the server takes it. */
async function connected(port: number): Promise<pg.Client> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
