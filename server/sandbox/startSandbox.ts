import { createHash, timingSafeEqual } from 'node:crypto';
import type { SandboxReady } from '../protocol/sandbox';
import { checkDatabaseName, sandboxName } from './databaseName';
import { openCredentials, openFolder, type Credentials } from './folder';
import { holdFolder } from './holdFolder';
import { CancelKeys } from './pgwire/cancelKeys';
import { NestedTypes } from './pgwire/values/nestedTypes';
import { startWireServer } from './pgwire/wireServer';
import { removeRunning, writeRunning } from './runningFile';
import type { Database } from './store/database';
import { listDatasets } from './store/datasets';
import { prepareMetadata } from './store/metadataTables';
import { generate } from './synthetic/generate';
import { openTls } from './tls/openTls';

export interface SandboxOptions {
  /** The data folder, made when there is none. */
  readonly folder: string;
  /** 0 takes a free port. */
  readonly pgPort?: number;
  /** 0 takes a free port. */
  readonly httpPort?: number;
  /** Events to generate in a new folder. */
  readonly events?: number;
  readonly seed?: number;
  /** Whether a client that asks for encryption gets it; yes when absent. */
  readonly tls?: boolean;
  /** Rows that a query without LIMIT gives at most; all when absent. The Platform gives 50,000. */
  readonly rowCap?: number;
  /** Told now and then how many events of a new folder are written. */
  readonly onProgress?: (events: number) => void;
  /** Told of errors that are the sandbox's own. */
  readonly onInternalError?: (error: unknown) => void;
}

export interface RunningSandbox {
  readonly ready: SandboxReady;
  /** Statements that run, or have rows that are not yet fetched. */
  readonly openStatements: () => number;
  /** Ends the sessions and closes the data folder; can be called twice. */
  readonly close: () => Promise<void>;
}

export const defaultEvents = 100_000;
export const defaultSeed = 1;

/** The end of the synthetic data is the same in every folder, so that the same seed gives the same data. */
const generatedAt = Date.UTC(2026, 10, 1);
const tenant = '_acme';

/** Starts a sandbox in this process. Throws when the folder is in use, or a port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const folder = await openFolder(options.folder);
  const database = await holdFolder(folder);
  try {
    await fill(database, options);
    const credentials = await openCredentials(folder);
    const wire = await startWireServer(options.pgPort ?? 0, {
      services: { database, tenant, rowCap: options.rowCap },
      tls: options.tls === false ? undefined : await openTls(folder),
      accepts: (user, password) => accepts(credentials, user, password),
      checkDatabase: checkDatabaseName,
      cancelKeys: new CancelKeys(),
      nestedTypes: new NestedTypes(),
      onInternalError: options.onInternalError ?? (() => undefined),
    });
    const ready = readyOf(credentials, wire.port);
    await writeRunning(folder, { pid: process.pid, ready });
    const close = async (): Promise<void> => {
      await removeRunning(folder);
      await wire.close();
      await database[Symbol.asyncDispose]();
    };
    let closing: Promise<void> | undefined;
    return { ready, openStatements: () => database.lent, close: () => (closing ??= close()) };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** Generates the data of a new folder. */
async function fill(database: Database, options: SandboxOptions): Promise<void> {
  await database.use(prepareMetadata);
  if ((await database.use(listDatasets)).some(({ madeBy }) => madeBy === 'generator')) return;
  await generate(database, {
    events: options.events ?? defaultEvents,
    seed: options.seed ?? defaultSeed,
    tenant,
    now: generatedAt,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
}

function readyOf(credentials: Credentials, pgPort: number): SandboxReady {
  return {
    pg: {
      host: '127.0.0.1',
      port: pgPort,
      dbname: `${sandboxName}:all`,
      user: credentials.orgId,
      password: passwordOf(credentials),
    },
    http: '',
    orgId: credentials.orgId,
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    sandbox: sandboxName,
    tenant,
  };
}

/** The form of the Platform's non-expiring credentials. */
function passwordOf({ technicalAccountId, credential }: Credentials): string {
  return `${technicalAccountId}:${credential}`;
}

function accepts(credentials: Credentials, user: string, password: string): boolean {
  const userIsRight = equal(user, credentials.orgId);
  return equal(password, passwordOf(credentials)) && userIsRight;
}

/** Takes the same time whatever the texts are. */
function equal(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
