import { Hono } from 'hono';
import { notSupported } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { acceleratedRoutes } from './acceleratedRoutes';
import { connectionParameterRoutes } from './connectionParameterRoutes';
import type { QueryRunner } from './queryRunner';
import { queryRoutes } from './queryRoutes';
import type { Scheduler } from './scheduler';
import { scheduleRoutes } from './scheduleRoutes';
import { templateRoutes } from './templateRoutes';

export interface QueryService {
  readonly runner: QueryRunner;
  readonly scheduler: Scheduler;
}

/** Query Service beside its wire. */
export function queryServiceRoutes(
  sandbox: RestSandbox,
  { runner, scheduler }: QueryService,
): Hono<RestEnvironment> {
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.route('/connection_parameters', connectionParameterRoutes(sandbox));
  routes.route('/queries', queryRoutes(sandbox, runner));
  routes.route('/query-templates', templateRoutes(sandbox));
  routes.route('/schedules', scheduleRoutes(sandbox, scheduler));
  routes.route('/accelerated-queries', acceleratedRoutes(sandbox));
  routes.all('/alert-subscriptions/*', () => {
    throw notSupported('alerts on queries');
  });
  routes.all('/statistics', () => {
    throw notSupported('statistics of data sets over REST');
  });
  return routes;
}
