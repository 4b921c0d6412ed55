import { connectionSpecs } from '../../../platform/flowConnections';
import { containers } from '../../landing/landingZone';
import type { StoredSource, StoredTarget } from '../../flow/storedFlow';
import { knownConnectionSpecs } from '../../flow/specs';
import { listDatasets } from '../../store/datasets';
import { badRequest, notSupported } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { folderSteps } from './folderSteps';

/** Refuses storages that there are not here. */
export function checkSpec({ connectionSpec }: Pick<StoredSource, 'connectionSpec'>): void {
  const { id } = connectionSpec;
  if (!knownConnectionSpecs.some((spec) => spec.id === id)) {
    throw notSupported(`the connection specification ${id}. It has the Data Landing Zone only`);
  }
}

export async function checkSource(sandbox: RestSandbox, source: StoredSource): Promise<void> {
  checkSpec(source);
  const { datasets = [], path } = source.params;
  switch (source.connectionSpec.id) {
    case connectionSpecs.dataLakeSource:
      if (datasets.length === 0) throw badRequest('params.datasets must name a data set');
      for (const { dataSetId } of datasets) await checkDataset(sandbox, dataSetId, 'params.datasets');
      return;
    case connectionSpecs.landingZoneSource:
      checkPlace(path);
      checkFormat(source.data?.format);
      return;
    default:
      throw badRequest('connectionSpec.id is not one of a source');
  }
}

export async function checkTarget(sandbox: RestSandbox, target: StoredTarget): Promise<void> {
  checkSpec(target);
  const { path, dataSetId, datasetFileType = '', compression = '' } = target.params;
  switch (target.connectionSpec.id) {
    case connectionSpecs.landingZoneTarget:
      if (path === undefined || folderSteps(path).length === 0)
        throw badRequest('params.path must name a folder');
      checkFileForm(datasetFileType.toUpperCase(), compression.toUpperCase());
      return;
    case connectionSpecs.dataLakeTarget:
      await checkDataset(sandbox, dataSetId ?? '', 'params.dataSetId');
      return;
    default:
      throw badRequest('connectionSpec.id is not one of a target');
  }
}

function checkFileForm(type: string, compression: string): void {
  if (type === 'DELIMITED') throw notSupported('exports in the file type DELIMITED');
  if (type !== 'JSON' && type !== 'PARQUET')
    throw badRequest('params.datasetFileType must be JSON or PARQUET');
  if (compression !== 'NONE' && compression !== 'GZIP')
    throw badRequest('params.compression must be NONE or GZIP');
  if (type === 'JSON' && compression === 'NONE') throw badRequest('params.compression must be GZIP for JSON');
}

function checkPlace(path = ''): void {
  const [container] = folderSteps(path);
  if (container !== containers.user_drop_zone && container !== containers.dlz_destination) {
    throw badRequest(`params.path must start with ${containers.user_drop_zone}`);
  }
}

function checkFormat(format = ''): void {
  if (!['delimited', 'json', 'parquet'].includes(format.toLowerCase())) {
    throw badRequest('data.format must be delimited, json or parquet');
  }
}

async function checkDataset({ services }: RestSandbox, id: string, field: string): Promise<void> {
  const datasets = await services.database.use(listDatasets);
  if (!datasets.some((dataset) => dataset.id === id))
    throw badRequest(`${field}: there is no data set "${id}"`);
}
