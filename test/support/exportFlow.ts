import {
  connectionSpecs,
  createBaseConnection,
  createSourceConnection,
  createTargetConnection,
  flowSpecs,
} from '../../server/platform/flowConnections';
import { createFlow, type NewFlow } from '../../server/platform/flows';
import type { Platform } from '../../server/platform/http';

const nextYear = Math.round(Date.now() / 1000) + 365 * 86_400;

/** Makes a flow, step by step, that exports data sets to the landing zone; answers its id. */
export async function exportFlow(
  platform: Platform,
  datasets: readonly string[],
  params: object,
  scheduleParams: NewFlow['scheduleParams'] = { interval: 1, timeUnit: 'day', startTime: nextYear },
  format = 'parquet',
): Promise<string> {
  const spec = { id: connectionSpecs.landingZoneTarget, version: '1.0' };
  const base = await createBaseConnection(platform, {
    name: 'Landing zone',
    auth: null,
    connectionSpec: spec,
  });
  const source = await createSourceConnection(platform, {
    name: 'Data lake',
    data: { format },
    connectionSpec: { id: connectionSpecs.dataLakeSource, version: '1.0' },
    params: { datasets: datasets.map((dataSetId) => ({ dataSetId })) },
  });
  const target = await createTargetConnection(platform, {
    name: 'Folder',
    baseConnectionId: base.id,
    connectionSpec: spec,
    params: { mode: 'Server-to-server', ...params },
  });
  const { id } = await createFlow(platform, {
    name: 'Export',
    flowSpec: { id: flowSpecs.landingZoneExport, version: '1.0' },
    sourceConnectionIds: [source.id],
    targetConnectionIds: [target.id],
    transformations: [],
    scheduleParams,
  });
  return id;
}
