import { join } from 'node:path';
import type { Hono } from 'hono';
import { FolderLandingZone } from '../landing/folderLandingZone';
import type { LandingZone } from '../landing/landingZone';
import { SharedAccess } from '../landing/sharedAccess';
import { FlowRunner } from './flow/flowRunner';
import { failInterruptedBatches } from './ingest/startLoading';
import { Uploads } from './ingest/uploads';
import { Jobs } from './jobs';
import { failInterruptedQueries, QueryRunner } from './query/queryRunner';
import { Scheduler } from './query/scheduler';
import { failInterruptedJobs } from './segment/runSegmentJob';
import { restApp } from './restApp';
import type { RestEnvironment } from './restEnvironment';
import type { RestOptions, RestSandbox } from './restSandbox';

export interface RestSide extends AsyncDisposable {
  readonly app: Hono<RestEnvironment>;
}

/** The REST side of a sandbox; disposing of it ends the work that goes on behind answered requests. */
export async function openRest(options: RestOptions): Promise<RestSide> {
  const jobs = new Jobs(options.onInternalError);
  const { documents } = options;
  const uploads = new Uploads(join(options.temporaryFolder, 'ingestion'));
  await failInterruptedBatches({ documents });
  await failInterruptedQueries({ documents });
  await failInterruptedJobs({ documents });
  const sharedAccess = new SharedAccess(options.access.clientSecret);
  const landingZone =
    options.azureStorage === undefined
      ? new FolderLandingZone(join(options.folder, 'landing-zone'), sharedAccess)
      : await azureLandingZone(options.azureStorage);
  await landingZone.open();
  const sandbox: RestSandbox = { ...options, jobs, uploads, landingZone, sharedAccess };
  const runner = new QueryRunner(sandbox);
  const scheduler = new Scheduler(sandbox, runner);
  await scheduler.start();
  const flowRunner = new FlowRunner(sandbox);
  await flowRunner.start();
  return {
    app: restApp(sandbox, { queryService: { runner, scheduler }, flowRunner }),
    [Symbol.asyncDispose]: async () => {
      scheduler[Symbol.dispose]();
      flowRunner[Symbol.dispose]();
      await jobs[Symbol.asyncDispose]();
    },
  };
}

/** Azure's client is large, and loaded only where it is used. */
async function azureLandingZone(connection: string): Promise<LandingZone> {
  const { AzureLandingZone } = await import('../landing/azureLandingZone');
  return new AzureLandingZone(connection);
}
