import { join } from 'node:path';
import type { SandboxReady } from '../protocol/sandbox';
import { AccessRights } from './access/accessRights';
import { AccessTokens } from './access/accessTokens';
import { checkDatabase } from './checkDatabase';
import { sandboxName } from './databaseName';
import { openCredentials, openFolder, type Credentials } from './folder';
import { createFunctions } from './functions/createFunctions';
import { holdFolder } from './holdFolder';
import { startHttpServer } from './httpServer';
import { checkClient, passwordCheck, passwordOf } from './passwordCheck';
import { PgCatalog } from './pgcatalog/pgCatalog';
import type { PasswordCheck } from './pgwire/authenticate';
import { CancelKeys } from './pgwire/cancelKeys';
import { usualLimits, type WireLimits } from './pgwire/wireLimits';
import { startWireServer } from './pgwire/wireServer';
import { openRest } from './rest/openRest';
import { removeRunning, writeRunning } from './runningFile';
import { NestedTypes } from './session/nestedTypes';
import type { Database } from './store/database';
import { DatasetLocks } from './store/datasetLocks';
import { Documents } from './store/documents';
import { prepareMetadata } from './store/metadataTables';
import { commerceScenario } from './synthetic/commerceScenario';
import { generateMissing } from './synthetic/generateMissing';
import type { Scenario } from './synthetic/scenario';
import { createMacros } from './translate/macros/createMacros';
import type { TypeAnalysis } from './translate/typeAnalysis';
import { openTls } from './tls/openTls';

export interface SandboxOptions {
  readonly analyzeTypes: TypeAnalysis;
  /** The data folder, made when there is none. */
  readonly folder: string;
  /** 0 takes a free port. */
  readonly pgPort?: number;
  /** 0 takes a free port. */
  readonly httpPort?: number;
  /** What to generate where the folder does not have it yet; the usual one when absent. */
  readonly scenarios?: readonly Scenario[];
  /** Events to generate for each scenario. */
  readonly events?: number;
  readonly seed?: number;
  /** Whether a client that asks for encryption gets it; yes when absent. */
  readonly tls?: boolean;
  /** How clients of the PostgreSQL side log in; in clear, as on the Platform, when absent. */
  readonly passwordMethod?: PasswordCheck['method'];
  /** What the PostgreSQL side allows, where it is not as usual. */
  readonly limits?: Partial<WireLimits>;
  /** Rows that a query without LIMIT gives at most; all when absent. The Platform gives 50,000. */
  readonly rowCap?: number;
  /** Connection string of the Azure storage account that the landing zone is in; in the data folder when absent. */
  readonly azureStorage?: string;
  /** Told now and then how many events of a new folder are written. */
  readonly onProgress?: (events: number) => void;
  /** Stops the generation of a new folder's data; the start then fails. */
  readonly signal?: AbortSignal;
  /** Told of errors that are the sandbox's own. */
  readonly onInternalError?: (error: unknown) => void;
  /** The time of tokens and of the REST side, in milliseconds since 1970; the system's when absent. */
  readonly now?: () => number;
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
    const now = options.now ?? Date.now;
    const tokens = new AccessTokens(credentials.clientSecret, now);
    const documents = new Documents(database, now);
    const rights = new AccessRights(documents, credentials.clientId);
    const services = {
      database,
      rights,
      datasetLocks: new DatasetLocks(),
      nestedTypes: new NestedTypes(),
      pgCatalog: new PgCatalog(),
      analyzeTypes: options.analyzeTypes,
      tenant,
      scratch: { folder: join(folder.path, 'scratch_space'), temporaryFolder: folder.temporary },
      rowCap: options.rowCap,
    };
    const onInternalError = options.onInternalError ?? (() => undefined);
    const wire = await startWireServer(options.pgPort ?? 0, {
      services,
      tls: options.tls === false ? undefined : await openTls(folder),
      passwordCheck: passwordCheck(options.passwordMethod ?? 'cleartext', {
        credentials,
        tokens,
        documents,
        rights,
      }),
      checkClient: (clientId) => checkClient(rights, clientId),
      checkDatabase: (name) => checkDatabase(database, name),
      cancelKeys: new CancelKeys(),
      limits: { ...usualLimits, ...options.limits },
      onInternalError,
    });
    const access = accessOf(credentials, wire.port);
    const closeWire = async (error: unknown): Promise<never> => {
      await wire.close();
      throw error;
    };
    const rest = await openRest({
      services,
      documents,
      tokens,
      access,
      folder: folder.path,
      temporaryFolder: folder.temporary,
      azureStorage: options.azureStorage,
      now,
      onInternalError,
    }).catch(closeWire);
    const http = await startHttpServer(options.httpPort ?? 0, rest.app).catch(closeWire);
    const ready = { ...access, http: `http://127.0.0.1:${http.port}` };
    await writeRunning(folder, { pid: process.pid, ready });
    const close = async (): Promise<void> => {
      await removeRunning(folder);
      await Promise.all([wire.close(), http.close()]);
      await rest[Symbol.asyncDispose]();
      await services.pgCatalog[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    };
    let closing: Promise<void> | undefined;
    return { ready, openStatements: () => database.lent, close: () => (closing ??= close()) };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** Generates the data that the folder does not have yet. */
async function fill(database: Database, options: SandboxOptions): Promise<void> {
  await database.use(prepareMetadata);
  await database.use(async (connection) => createFunctions(connection));
  await database.use(createMacros);
  await generateMissing(database, options.scenarios ?? [commerceScenario], {
    events: options.events ?? defaultEvents,
    seed: options.seed ?? defaultSeed,
    tenant,
    now: generatedAt,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

function accessOf(credentials: Credentials, pgPort: number): Omit<SandboxReady, 'http'> {
  return {
    pg: {
      host: '127.0.0.1',
      port: pgPort,
      dbname: `${sandboxName}:all`,
      user: credentials.orgId,
      password: passwordOf(credentials),
    },
    orgId: credentials.orgId,
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    sandbox: sandboxName,
    tenant,
  };
}
