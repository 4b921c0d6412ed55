import type { SandboxReady } from '../../protocol/sandbox';
import type { AccessTokens } from '../access/accessTokens';
import type { LandingZone } from '../landing/landingZone';
import type { SharedAccess } from '../landing/sharedAccess';
import type { SessionServices } from '../session/session';
import type { Documents } from '../store/documents';
import type { Uploads } from './ingest/uploads';
import type { Jobs } from './jobs';

/** What the sandbox lends to its REST side. */
export interface RestOptions {
  /** The database, and what sessions need that run SQL for a request. */
  readonly services: SessionServices;
  readonly documents: Documents;
  readonly tokens: AccessTokens;
  /** Who may log in, and where the wire listens. */
  readonly access: Omit<SandboxReady, 'http'>;
  /** The data folder. */
  readonly folder: string;
  /** In the data folder; the only place in which the database may read and write files. */
  readonly temporaryFolder: string;
  /** Connection string of the account that the landing zone is in; absent for one in the data folder. */
  readonly azureStorage: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of errors that are the sandbox's own. */
  readonly onInternalError: (error: unknown) => void;
}

/** What routes work with. */
export interface RestSandbox extends RestOptions {
  readonly jobs: Jobs;
  readonly uploads: Uploads;
  readonly landingZone: LandingZone;
  /** To the landing zone's containers. */
  readonly sharedAccess: SharedAccess;
}
