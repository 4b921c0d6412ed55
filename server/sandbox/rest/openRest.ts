import type { Hono } from 'hono';
import { Documents } from '../store/documents';
import { Jobs } from './jobs';
import { restApp } from './restApp';
import type { RestEnvironment, RestOptions } from './restSandbox';

export interface RestSide extends AsyncDisposable {
  readonly app: Hono<RestEnvironment>;
}

/** The REST side of a sandbox; disposing of it ends the work that goes on behind answered requests. */
export function openRest(options: RestOptions): RestSide {
  const jobs = new Jobs(options.onInternalError);
  const documents = new Documents(options.services.database, options.now);
  const app = restApp({ ...options, documents, jobs });
  return { app, [Symbol.asyncDispose]: () => jobs[Symbol.asyncDispose]() };
}
